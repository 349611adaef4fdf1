package cn.mingjian.server.request;

import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.running.FormRegister;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Drafts requests, changes them, and takes them further. */
@Component
class Requesting {

    private final DataRequests requests;
    private final Deliveries deliveries;
    private final Needs needs;
    private final LegalBases bases;
    private final Owners owners;
    private final RegionTree regions;
    private final RequestViews views;
    private final FormRegister forms;
    private final Acts acts;

    Requesting(
            DataRequests requests,
            Deliveries deliveries,
            Needs needs,
            LegalBases bases,
            Owners owners,
            RegionTree regions,
            RequestViews views,
            ServerSettings settings,
            Acts acts) {
        this.requests = requests;
        this.deliveries = deliveries;
        this.needs = needs;
        this.bases = bases;
        this.owners = owners;
        this.regions = regions;
        this.views = views;
        this.forms = new FormRegister(settings.forms());
        this.acts = acts;
    }

    private CheckedRequest.Against against() {
        return new CheckedRequest.Against(needs, bases, owners, regions, views.today());
    }

    UUID draft(Actor actor, RequestWish wish) {
        CheckedRequest checked = against().check(wish);
        UUID id = UUID.randomUUID();
        Map<String, String> versions = new TreeMap<>();
        checked.tables().forEach(table -> {
            Contract contract = needs.contract(table.contract());
            versions.put(contract.id(), contract.version());
        });
        String formNumber = forms.enter(versions);
        Act act = Act.of("request.draft", "request", id)
                .with("way", checked.letter().way())
                .with("tables", checked.tables().size())
                .with("form", formNumber);
        acts.write(actor, act, () -> requests.add(id, actor, checked, formNumber));
        return id;
    }

    void change(Actor actor, DataRequest request, RequestWish wish) {
        if (request.state() != RequestState.DRAFTED) {
            throw Refusal.conflict("request.not-a-draft");
        }
        CheckedRequest checked = against().check(wish);
        acts.write(
                actor, Act.of("request.change", "request", request.id()), () -> requests.change(request.id(), checked));
    }

    void step(Actor actor, DataRequest request, RequestStep step) {
        RequestState to = step.to();
        if (to == null || !request.state().next().contains(to)) {
            throw Refusal.conflict("request.no-such-step");
        }
        LocalDate today = views.today();
        LocalDate on = Objects.requireNonNullElse(step.on(), today);
        if (on.isAfter(today)) {
            throw Refusal.bad("request.day-to-come");
        }
        if (step.delivery() != null) {
            deliveries.find(actor, step.delivery());
        }
        String number = step.letterNumber() == null
                ? request.letter().number()
                : against().number(step.letterNumber());
        String remarks = step.remarks() == null ? request.remarks() : against().remarks(step.remarks());
        Act act = Act.of("request.step", "request", request.id()).with("to", to);
        acts.write(actor, act, () -> {
            if (!requests.step(request, new DataRequests.Step(to, on, number, remarks, step.delivery()))) {
                throw Refusal.conflict("request.no-such-step");
            }
        });
    }
}
