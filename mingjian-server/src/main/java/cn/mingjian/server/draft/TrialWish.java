package cn.mingjian.server.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial as it is asked for.
 *
 * @param testCase number of the case to be traced, where one is
 * @param datasets versions of datasets whose rows are traced, where they are
 * @param asOf the day as of which those are looked at
 */
public record TrialWish(
        @Nullable TrialKind kind,
        @Nullable Integer testCase,
        @Nullable List<UUID> datasets,
        @Nullable LocalDate asOf) {}
