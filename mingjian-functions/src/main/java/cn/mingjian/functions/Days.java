package cn.mingjian.functions;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The bounds of the days that Mingjian knows: the years 1 to 9999. What leads out of them is unknown. */
final class Days {
    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;
    private static final long FIRST = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();
    private static final long MONTHS = 12;

    private Days() {}

    static boolean exists(long year, long month, long day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= MONTHS
                && day >= 1
                && (day <= 28 || day <= YearMonth.of((int) year, (int) month).lengthOfMonth());
    }

    static @Nullable LocalDate of(long year, long month, long day) {
        return exists(year, month, day) ? LocalDate.of((int) year, (int) month, (int) day) : null;
    }

    static @Nullable LocalDate plusDays(LocalDate day, long days) {
        if (days > LAST - FIRST || days < FIRST - LAST) {
            return null;
        }
        long epochDay = day.toEpochDay() + days;
        return epochDay < FIRST || epochDay > LAST ? null : LocalDate.ofEpochDay(epochDay);
    }

    /** The same day of the month so many months later, or the last day of that month. */
    static @Nullable LocalDate plusMonths(LocalDate day, long months) {
        if (months > MONTHS * LAST_YEAR || months < -MONTHS * LAST_YEAR) {
            return null;
        }
        LocalDate moved = day.plusMonths(months);
        return moved.getYear() < FIRST_YEAR || moved.getYear() > LAST_YEAR ? null : moved;
    }
}
