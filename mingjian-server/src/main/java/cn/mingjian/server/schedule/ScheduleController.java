package cn.mingjian.server.schedule;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.page.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs ordered ahead: order, list, pause, let go on, end. */
@RestController
@RequestMapping("/api/v1/schedules")
class ScheduleController {

    private final Schedules schedules;
    private final ScheduleOrders orders;

    ScheduleController(Schedules schedules, ScheduleOrders orders) {
        this.schedules = schedules;
        this.orders = orders;
    }

    /** @param id of the schedule that was made */
    record ScheduleMade(UUID id) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Allowed.To.CASEWORK)
    ScheduleMade order(Actor actor, @RequestBody ScheduleWish wish) {
        return new ScheduleMade(orders.order(actor, wish));
    }

    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    Page<ScheduleRow> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.USUAL) int size) {
        return schedules.list(actor, model, new Page.Wish(page, size));
    }

    @PostMapping("/{id}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Allowed.To.CASEWORK)
    void pause(Actor actor, @PathVariable UUID id) {
        orders.pause(actor, id);
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Allowed.To.CASEWORK)
    void resume(Actor actor, @PathVariable UUID id) {
        orders.resume(actor, id);
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Allowed.To.CASEWORK)
    void end(Actor actor, @PathVariable UUID id) {
        orders.end(actor, id);
    }
}
