package cn.mingjian.server.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is ordered; what is missing is found when the order is checked.
 *
 * @param model id of a model of the library
 * @param delivery on which it runs
 * @param datasets versions of datasets on which it runs, beside a delivery or instead of one
 * @param purposeText case number or name of the special action; may be empty for a study
 * @param asOf the day as of which the data are looked at
 * @param asOfReason why that day
 * @param parameters values that differ from the model's own
 */
public record RunWish(
        @Nullable String model,
        @Nullable UUID delivery,
        @Nullable List<UUID> datasets,
        @Nullable Purpose purpose,
        @Nullable String purposeText,
        @Nullable LocalDate asOf,
        @Nullable String asOfReason,
        @Nullable Map<String, String> parameters) {}
