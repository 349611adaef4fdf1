package cn.mingjian.server.run;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order with all that a run needs. Without purpose, day and reason nothing is run. */
record CheckedWish(
        String model,
        @Nullable UUID delivery,
        List<UUID> datasets,
        Purpose purpose,
        String purposeText,
        LocalDate asOf,
        String asOfReason,
        Map<String, String> parameters) {

    private static final int LONGEST = 300;
    private static final int MOST_PARAMETERS = 200;
    private static final int MOST_DATASETS = 500;

    /**
     * Checks an order as far as it stands alone.
     *
     * @throws cn.mingjian.model.problem.ProblemException with all that is wrong
     */
    static CheckedWish of(RunWish wish, LocalDate today) {
        Problems problems = new Problems();
        required("model", wish.model(), "server.run-model-missing", problems);
        List<UUID> datasets = Objects.requireNonNullElse(wish.datasets(), List.of());
        if (wish.delivery() == null && datasets.isEmpty()) {
            problems.error(Place.of("delivery"), "server.run-delivery-missing");
        }
        if (datasets.size() > MOST_DATASETS || datasets.stream().anyMatch(Objects::isNull)) {
            problems.error(Place.of("datasets"), "server.not-understood");
        }
        required("purpose", wish.purpose(), "server.run-purpose-missing", problems);
        required("asOf", wish.asOf(), "server.run-as-of-missing", problems);
        if (wish.asOf() != null && wish.asOf().isAfter(today)) {
            problems.error(Place.of("asOf"), "server.run-as-of-future");
        }
        String purposeText = text("purposeText", wish.purposeText(), problems);
        if (wish.purpose() == Purpose.CASE && purposeText.chars().noneMatch(Character::isDigit)) {
            problems.error(Place.of("purposeText"), "server.run-case-number-missing");
        }
        if (wish.purpose() == Purpose.ACTION && purposeText.isEmpty()) {
            problems.error(Place.of("purposeText"), "server.run-action-missing");
        }
        String reason = text("asOfReason", wish.asOfReason(), problems);
        if (reason.isEmpty()) {
            problems.error(Place.of("asOfReason"), "server.run-reason-missing");
        }
        Map<String, String> parameters = Objects.requireNonNullElse(wish.parameters(), Map.of());
        if (parameters.size() > MOST_PARAMETERS
                || parameters.values().stream().anyMatch(value -> value == null || value.length() > LONGEST)) {
            problems.error(Place.of("parameters"), "server.not-understood");
        }
        problems.throwIfErrors();
        return new CheckedWish(
                Objects.requireNonNull(wish.model()),
                wish.delivery(),
                List.copyOf(datasets),
                Objects.requireNonNull(wish.purpose()),
                purposeText,
                Objects.requireNonNull(wish.asOf()),
                reason,
                Map.copyOf(parameters));
    }

    private static void required(String field, @Nullable Object value, String code, Problems problems) {
        if (value == null) {
            problems.error(Place.of(field), code);
        }
    }

    private static String text(String field, @Nullable String value, Problems problems) {
        String text = value == null ? "" : value.strip();
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            problems.error(Place.of(field), "server.run-text", LONGEST);
        }
        return text;
    }
}
