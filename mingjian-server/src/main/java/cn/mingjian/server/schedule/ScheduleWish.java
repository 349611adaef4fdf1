package cn.mingjian.server.schedule;

import cn.mingjian.server.run.Purpose;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is ordered ahead; what is missing is found when the order is checked.
 *
 * @param delivery on which it runs; where none is named, on the newest one of the department on which the model can run
 * @param onDatasets whether it runs on the newest versions of the datasets that the department may use; null: it does not
 * @param day of {@link Occasion#ONCE}
 * @param dayOfMonth of {@link Occasion#MONTHLY}, from 1
 */
record ScheduleWish(
        @Nullable String model,
        @Nullable UUID delivery,
        @Nullable Boolean onDatasets,
        @Nullable Purpose purpose,
        @Nullable String purposeText,
        @Nullable AsOf asOf,
        @Nullable String asOfReason,
        @Nullable Map<String, String> parameters,
        @Nullable Occasion occasion,
        @Nullable LocalDate day,
        @Nullable Integer dayOfMonth) {}
