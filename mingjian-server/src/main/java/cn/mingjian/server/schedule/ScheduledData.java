package cn.mingjian.server.schedule;

import cn.mingjian.server.dataset.BoundVersion;
import cn.mingjian.server.dataset.ModelData;
import cn.mingjian.server.delivery.Brought;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduled run reads: a delivery, or versions of datasets.
 *
 * @param end the latest day in the data, where one follows from them
 * @param arrived the versions that it waited for
 */
record ScheduledData(@Nullable UUID delivery, List<UUID> versions, Optional<LocalDate> end, List<UUID> arrived) {

    static ScheduledData of(Brought delivery) {
        return new ScheduledData(delivery.id(), List.of(), delivery.latestDay(), List.of());
    }

    static ScheduledData of(ModelData.Newest newest, List<UUID> arrived) {
        return new ScheduledData(
                null,
                newest.bound().stream().map(BoundVersion::version).toList(),
                Optional.ofNullable(newest.knownUntil()),
                arrived);
    }
}
