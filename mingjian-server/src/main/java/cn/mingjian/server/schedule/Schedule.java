package cn.mingjian.server.schedule;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.run.Purpose;
import cn.mingjian.server.run.RunWish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is kept.
 *
 * @param onDatasets whether it runs on the newest versions of datasets and waits for those, not for deliveries
 * @param since deliveries that were brought, or versions that were taken in, before do not count
 * @param orderer the account that ordered it, in whose name the system orders the runs
 */
record Schedule(
        UUID id,
        int office,
        int department,
        String model,
        Words title,
        @Nullable UUID delivery,
        boolean onDatasets,
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

    /** The run on some data. */
    RunWish wish(ScheduledData on, LocalDate day) {
        return new RunWish(model, on.delivery(), on.versions(), purpose, purposeText, day, asOfReason, parameters);
    }
}
