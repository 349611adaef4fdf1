package cn.mingjian.server.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to ask for, as it was sent.
 *
 * @param owner code of the kind of body that keeps the tables
 * @param provider the body as the letter addresses it
 * @param models for which models; no file that leaves the office shows them
 * @param contracts the tables that are asked for
 * @param requiredOnly whether columns that are only helpful are left out
 * @param bases citations of {@code requests.yaml}
 * @param regions division codes
 * @param remarks for the office itself
 */
record RequestWish(
        @Nullable Way way,
        @Nullable String owner,
        @Nullable String provider,
        @Nullable List<String> models,
        @Nullable List<String> contracts,
        @Nullable Boolean requiredOnly,
        @Nullable List<String> bases,
        @Nullable String purpose,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        @Nullable List<String> regions,
        @Nullable String handingOver,
        @Nullable String contact,
        @Nullable LocalDate due,
        @Nullable String remarks) {}
