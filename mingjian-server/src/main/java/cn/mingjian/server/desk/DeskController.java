package cn.mingjian.server.desk;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.clue.ClueClocks;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.desk.Desk.Changes;
import cn.mingjian.server.desk.Desk.Clocks;
import cn.mingjian.server.request.Reminders;
import cn.mingjian.server.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The work desk of whoever asks. */
@RestController
@RequestMapping("/api/v1/desk")
class DeskController {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 2;
    private static final int AHEAD = 14;
    private static final int MOST_CLUES = 10;

    private final Runs runs;
    private final Deliveries deliveries;
    private final ClueClocks clues;
    private final Reminders reminders;
    private final Clock clock;

    DeskController(Runs runs, Deliveries deliveries, ClueClocks clues, Reminders reminders, Clock clock) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.clues = clues;
        this.reminders = reminders;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(Allowed.To.DATA)
    Desk desk(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        Instant since = midnight(today.minusDays(DAYS));
        boolean casework = actor.holds(Role.CASEWORK);
        return new Desk(
                new Clocks(
                        casework ? clues.soonest(actor, today, MOST_CLUES) : List.of(),
                        reminders.requestsDue(actor, today.plusDays(AHEAD)),
                        reminders.expected(actor, today.plusDays(AHEAD))),
                casework ? runs.ended(actor, since) : List.of(),
                casework ? runs.running(actor) : List.of(),
                deliveries.waiting(actor),
                since,
                changes(actor, midnight(today.minusDays(1)), casework));
    }

    private Changes changes(Actor actor, Instant since, boolean casework) {
        return new Changes(
                since,
                casework ? runs.endedOfOthers(actor, since) : List.of(),
                deliveries.brought(actor, since),
                reminders.requestsChanged(actor, since),
                reminders.arrived(actor, since));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
