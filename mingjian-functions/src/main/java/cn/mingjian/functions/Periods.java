package cn.mingjian.functions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether two periods share time, with three outcomes. A comparison that is false settles the answer, even when another
 * end is unknown; otherwise an unknown end makes the answer unknown.
 *
 * <p>Only the starts are compared with the other's ends; that a period does not end before it starts is for the contract
 * of the table to check.
 */
public final class Periods {
    private Periods() {}

    /** Periods of days; the first and the last day belong to them. */
    public static @Nullable Boolean overlap(
            @Nullable LocalDate firstFrom,
            @Nullable LocalDate firstTo,
            @Nullable LocalDate secondFrom,
            @Nullable LocalDate secondTo) {
        return both(notAfter(firstFrom, secondTo), notAfter(secondFrom, firstTo));
    }

    /** Periods of time; the end does not belong to them, so a stay that ends at noon leaves the room for the next. */
    public static @Nullable Boolean overlap(
            @Nullable LocalDateTime firstFrom,
            @Nullable LocalDateTime firstTo,
            @Nullable LocalDateTime secondFrom,
            @Nullable LocalDateTime secondTo) {
        return both(before(firstFrom, secondTo), before(secondFrom, firstTo));
    }

    private static @Nullable Boolean notAfter(@Nullable LocalDate first, @Nullable LocalDate second) {
        return first == null || second == null ? null : !first.isAfter(second);
    }

    private static @Nullable Boolean before(@Nullable LocalDateTime first, @Nullable LocalDateTime second) {
        return first == null || second == null ? null : first.isBefore(second);
    }

    private static @Nullable Boolean both(@Nullable Boolean left, @Nullable Boolean right) {
        if (left == null || right == null) {
            boolean settled = (left != null && !left) || (right != null && !right);
            return settled ? false : null;
        }
        return left && right;
    }
}
