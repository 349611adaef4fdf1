package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.Deliveries.Opened;
import cn.mingjian.server.delivery.DeliveryKind;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.request.pack.ErrorPaper;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors of delivered data, given back to whoever delivered them. */
@RestController
@RequestMapping("/api/v1/deliveries/{id}")
class ErrorController {

    private final Deliveries deliveries;
    private final DataRequests requests;
    private final DataErrors errors;
    private final Senders senders;
    private final RequestViews views;
    private final Acts acts;

    ErrorController(
            Deliveries deliveries,
            DataRequests requests,
            DataErrors errors,
            Senders senders,
            RequestViews views,
            Acts acts) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.errors = errors;
        this.senders = senders;
        this.views = views;
        this.acts = acts;
    }

    /** A letter and a list of what to mend: file, sheet, row and column, no value of a cell. */
    @GetMapping("/errors.zip")
    @Allowed(Allowed.To.DATA)
    ResponseEntity<byte[]> errors(Actor actor, @PathVariable UUID id) {
        Opened opened = deliveries.open(actor, id);
        if (!opened.kind().equals(DeliveryKind.REGISTERS.word())) {
            throw Refusal.bad("request.errors-only-registers");
        }
        DataErrors.Found found = errors.in(opened.data());
        if (!found.any()) {
            throw Refusal.conflict("request.errors-none");
        }
        ErrorPaper paper = new ErrorPaper(
                senders.of(actor).office(),
                requests.providerOf(actor, id).orElseGet(() -> ErrorPack.say("errors-provider")),
                found.tables(),
                found.errors(),
                views.today());
        Act act = Act.of("delivery.errors", "delivery", id)
                .taking("zip", found.errors().size());
        acts.write(actor, act, () -> {});
        return ErrorPack.answer(id.toString(), paper);
    }
}
