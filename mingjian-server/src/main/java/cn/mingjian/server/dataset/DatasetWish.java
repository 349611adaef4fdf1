package cn.mingjian.server.dataset;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a person says of a dataset.
 *
 * @param origin who delivers it
 * @param destroyBy the day by which all of it is destroyed
 */
public record DatasetWish(
        String title,
        String origin,
        List<String> regions,
        Authority authority,
        Sharing sharedWith,
        LocalDate destroyBy) {

    private static final int LONGEST = 120;

    public DatasetWish {
        Objects.requireNonNull(title);
        Objects.requireNonNull(origin);
        regions = List.copyOf(regions);
        Objects.requireNonNull(authority);
        Objects.requireNonNull(sharedWith);
        Objects.requireNonNull(destroyBy);
    }

    /** Who of the office may use it. */
    public enum Sharing {
        /** The department that holds it, and the heads of the office. */
        DEPARTMENT,
        /** Every department of the office. */
        OFFICE
    }

    /**
     * Notes what is wrong with it.
     *
     * @param models that use the contract
     */
    void check(Set<String> models, LocalDate today, Problems problems) {
        text("title", title, problems);
        text("origin", origin, problems);
        text("authority.title", authority.title(), problems);
        text("authority.number", authority.number(), problems);
        if (authority.purposes().isEmpty() || !models.containsAll(authority.purposes())) {
            problems.error(Place.of("authority.purposes"), "dataset.purposes");
        }
        if (!destroyBy.isAfter(today)) {
            problems.error(Place.of("destroyBy"), "dataset.destroy-by");
        }
        LocalDate until = authority.until();
        if (until != null && destroyBy.isAfter(until)) {
            problems.error(Place.of("destroyBy"), "dataset.destroy-after-authority", until);
        }
    }

    private static void text(String field, String value, Problems problems) {
        if (value.isBlank() || value.length() > LONGEST || value.codePoints().anyMatch(Character::isISOControl)) {
            problems.error(Place.of(field), "dataset.text", LONGEST);
        }
    }
}
