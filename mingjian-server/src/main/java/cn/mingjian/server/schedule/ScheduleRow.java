package cn.mingjian.server.schedule;

import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Failure.Told;
import cn.mingjian.server.run.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in a list.
 *
 * @param nextDay the day of the next run, where it does not wait for a delivery
 * @param lastTried when it last ordered a run, or could not
 * @param lastRun the run that it last ordered
 * @param problems why it ordered none the last time
 * @param mayChange whether whoever asks may pause or end it
 */
record ScheduleRow(
        UUID id,
        String model,
        Words title,
        @Nullable UUID delivery,
        boolean onDatasets,
        Purpose purpose,
        String purposeText,
        AsOf asOf,
        Occasion occasion,
        @Nullable Integer dayOfMonth,
        @Nullable LocalDate nextDay,
        ScheduleState state,
        String orderedBy,
        Instant ordered,
        @Nullable Instant lastTried,
        @Nullable UUID lastRun,
        List<Told> problems,
        boolean mayChange) {}
