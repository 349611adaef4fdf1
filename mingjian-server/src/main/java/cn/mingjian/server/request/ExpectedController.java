package cn.mingjian.server.request;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The delivery calendar: which body delivers what and when, what is due, what arrived. */
@RestController
@RequestMapping("/api/v1/expected-deliveries")
class ExpectedController {

    private final ExpectedDeliveries expected;
    private final DataRequests requests;
    private final Deliveries deliveries;
    private final Needs needs;
    private final RequestViews views;
    private final Acts acts;

    ExpectedController(
            ExpectedDeliveries expected,
            DataRequests requests,
            Deliveries deliveries,
            Needs needs,
            RequestViews views,
            Acts acts) {
        this.expected = expected;
        this.requests = requests;
        this.deliveries = deliveries;
        this.needs = needs;
        this.views = views;
        this.acts = acts;
    }

    @GetMapping
    @Allowed(Allowed.To.DATA)
    Page<ExpectedDelivery> calendar(
            Actor actor,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return expected.list(actor, new Page.Wish(page, size));
    }

    @PostMapping
    @Allowed(Allowed.To.DATA)
    @ResponseStatus(HttpStatus.CREATED)
    ExpectedDelivery expect(Actor actor, @RequestBody ExpectedWish wish) {
        ExpectedWish.Checked checked = wish.checked(needs);
        if (checked.request() != null) {
            requests.find(actor, checked.request());
        }
        UUID id = UUID.randomUUID();
        Act act = Act.of("expected.add", "expected-delivery", id).with("rhythm", checked.rhythm());
        acts.write(actor, act, () -> expected.add(id, actor, checked));
        return expected.find(actor, id);
    }

    @PutMapping("/{id}")
    @Allowed(Allowed.To.DATA)
    ExpectedDelivery changeExpected(Actor actor, @PathVariable UUID id, @RequestBody ExpectedWish wish) {
        ExpectedDelivery before = expected.find(actor, id);
        ExpectedWish.Checked checked = wish.checked(needs);
        acts.write(actor, Act.of("expected.change", "expected-delivery", id), () -> expected.change(before, checked));
        return expected.find(actor, id);
    }

    /**
     * What arrived otherwise than as a delivery of this installation, or was not recognised as what was expected.
     *
     * @param on the day, today where it is missing
     */
    record Arrived(@Nullable LocalDate on, @Nullable UUID delivery) {}

    @PostMapping("/{id}/arrivals")
    @Allowed(Allowed.To.DATA)
    ExpectedDelivery tickOff(Actor actor, @PathVariable UUID id, @RequestBody Arrived arrived) {
        ExpectedDelivery before = expected.find(actor, id);
        LocalDate on = Objects.requireNonNullElse(arrived.on(), views.today());
        if (on.isAfter(views.today())) {
            throw Refusal.bad("request.day-to-come");
        }
        if (arrived.delivery() != null) {
            deliveries.find(actor, arrived.delivery());
        }
        acts.write(
                actor,
                Act.of("expected.arrive", "expected-delivery", id),
                () -> expected.arrived(before, on, arrived.delivery(), actor.id()));
        return expected.find(actor, id);
    }

    @DeleteMapping("/{id}/arrivals/latest")
    @Allowed(Allowed.To.DATA)
    ExpectedDelivery takeBack(Actor actor, @PathVariable UUID id) {
        ExpectedDelivery before = expected.find(actor, id);
        acts.write(actor, Act.of("expected.take-back", "expected-delivery", id), () -> expected.takeBack(before));
        return expected.find(actor, id);
    }

    @DeleteMapping("/{id}")
    @Allowed(Allowed.To.DATA)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endExpected(Actor actor, @PathVariable UUID id) {
        expected.find(actor, id);
        acts.write(actor, Act.of("expected.end", "expected-delivery", id), () -> expected.end(id));
    }
}
