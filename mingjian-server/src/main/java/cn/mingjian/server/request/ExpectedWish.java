package cn.mingjian.server.request;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the delivery calendar as it was sent.
 *
 * @param request the request by which it was agreed, if one did
 */
record ExpectedWish(
        @Nullable String provider,
        @Nullable List<String> contracts,
        @Nullable Rhythm rhythm,
        @Nullable LocalDate firstDue,
        @Nullable String remarks,
        @Nullable UUID request) {

    private static final int LONGEST = 200;
    private static final int MOST = 50;

    /** What can be kept of it. */
    record Checked(
            String provider,
            List<String> contracts,
            Rhythm rhythm,
            LocalDate firstDue,
            String remarks,
            @Nullable UUID request) {}

    /**
     * Checks the wish.
     *
     * @throws cn.mingjian.model.problem.ProblemException with all that is wrong
     */
    Checked checked(Needs needs) {
        Problems problems = new Problems();
        String by = text("provider", provider, problems);
        if (by.isEmpty()) {
            problems.error(Place.of("provider"), "request.expected-provider");
        }
        List<String> tables = Objects.requireNonNullElse(contracts, List.<String>of());
        if (tables.isEmpty() || tables.size() > MOST) {
            problems.error(Place.of("contracts"), "request.expected-tables");
        }
        if (rhythm == null) {
            problems.error(Place.of("rhythm"), "request.expected-rhythm");
        }
        if (firstDue == null) {
            problems.error(Place.of("firstDue"), "request.expected-due");
        }
        String noted = text("remarks", remarks, problems);
        problems.throwIfErrors();
        return new Checked(
                by,
                tables.stream().distinct().map(id -> needs.contract(id).id()).toList(),
                Objects.requireNonNull(rhythm),
                Objects.requireNonNull(firstDue),
                noted,
                request);
    }

    private static String text(String field, @Nullable String value, Problems problems) {
        String text = value == null ? "" : value.strip();
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            problems.error(Place.of(field), "request.text", LONGEST);
        }
        return text;
    }
}
