package cn.mingjian.functions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic with days and times as periods of law are counted: the first day or hour is not counted (民法典 第二百零一条,
 * 刑事诉讼法 第一百零五条), and a period of months or years ends on the corresponding day of its last month or, where there is
 * none, on the last day of that month (民法典 第二百零二条, 法释〔2021〕1号 第二百零二条).
 *
 * <p>Results outside the years 1 to 9999 are null.
 */
public final class DateArithmetic {
    private static final long MONTHS = 12;
    private static final long NOON = 12;
    private static final long MOST_HOURS = 24L * 366 * Days.LAST_YEAR;

    private DateArithmetic() {}

    /** The day so many days later. */
    public static @Nullable LocalDate plusDays(LocalDate day, long days) {
        return Days.plusDays(day, days);
    }

    /** The same day of the month so many months later, or the last day of that month. */
    public static @Nullable LocalDate plusMonths(LocalDate day, long months) {
        return Days.plusMonths(day, months);
    }

    /** The same day so many years later; 28 February for 29 February where the year is common. */
    public static @Nullable LocalDate plusYears(LocalDate day, long years) {
        boolean possible = years <= Days.LAST_YEAR && years >= -Days.LAST_YEAR;
        return possible ? Days.plusMonths(day, years * MONTHS) : null;
    }

    /** The time so many hours later. */
    public static @Nullable LocalDateTime plusHours(LocalDateTime time, long hours) {
        if (hours > MOST_HOURS || hours < -MOST_HOURS) {
            return null;
        }
        LocalDateTime moved = time.plusHours(hours);
        return moved.getYear() < Days.FIRST_YEAR || moved.getYear() > Days.LAST_YEAR ? null : moved;
    }

    /** Days from the first day (not counted) to the second (counted); negative when the second lies before. */
    public static long daysBetween(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }

    /**
     * Full months: the greatest n for which {@link #plusMonths}{@code (from, n)} is not after {@code to}. Backwards the
     * months between the swapped days, negated.
     */
    public static long monthsBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -monthsBetween(to, from);
        }
        long months = (to.getYear() - from.getYear()) * MONTHS + to.getMonthValue() - from.getMonthValue();
        boolean full = to.getDayOfMonth() >= from.getDayOfMonth() || to.getDayOfMonth() == to.lengthOfMonth();
        return full ? months : months - 1;
    }

    /** Full years, counted like {@link #monthsBetween}. */
    public static long yearsBetween(LocalDate from, LocalDate to) {
        return monthsBetween(from, to) / MONTHS;
    }

    /** Full hours from the first time to the second, towards zero. */
    public static long hoursBetween(LocalDateTime from, LocalDateTime to) {
        return ChronoUnit.HOURS.between(from, to);
    }

    /** The day with this year, month and day of the month, or null when there is no such day. */
    public static @Nullable LocalDate dateOf(long year, long month, long day) {
        return Days.of(year, month, day);
    }

    /**
     * The evening that a night belongs to: the day itself from noon on, the day before until noon. Null when that day
     * lies outside the years 1 to 9999.
     */
    public static @Nullable LocalDate nightOf(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        return time.getHour() < NOON ? Days.plusDays(day, -1) : day;
    }
}
