package cn.mingjian.server.schedule;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.run.Purpose;
import cn.mingjian.server.run.RunWish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is kept.
 *
 * @param since deliveries that were brought before do not count
 * @param orderer the account that ordered it, in whose name the system orders the runs
 */
record Schedule(
        UUID id,
        int office,
        int department,
        String model,
        Words title,
        @Nullable UUID delivery,
        Purpose purpose,
        String purposeText,
        AsOf asOf,
        String asOfReason,
        Map<String, String> parameters,
        Occasion occasion,
        @Nullable Integer dayOfMonth,
        @Nullable LocalDate nextDay,
        Instant since,
        ScheduleState state,
        int orderer,
        String orderedBy,
        Instant ordered) {

    /** The system, which orders the runs for whoever ordered the schedule. */
    Actor system() {
        return new Actor(orderer, Actor.Kind.SYSTEM, office, department, Set.of());
    }

    /** The run on a delivery. */
    RunWish wish(UUID on, LocalDate day) {
        return new RunWish(model, on, List.of(), purpose, purposeText, day, asOfReason, parameters);
    }
}
