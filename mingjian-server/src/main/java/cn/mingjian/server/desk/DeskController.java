package cn.mingjian.server.desk;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The work desk of whoever asks. */
@RestController
@RequestMapping("/api/v1/desk")
class DeskController {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 2;

    private final Runs runs;
    private final Deliveries deliveries;
    private final Clock clock;

    DeskController(Runs runs, Deliveries deliveries, Clock clock) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    Desk desk(Actor actor) {
        Instant since = LocalDate.now(clock.withZone(CHINA))
                .minusDays(DAYS)
                .atStartOfDay(CHINA)
                .toInstant();
        return new Desk(runs.ended(actor, since), runs.running(actor), deliveries.waiting(actor), since);
    }
}
