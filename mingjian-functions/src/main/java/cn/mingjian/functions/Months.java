package cn.mingjian.functions;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Calendar months, stored as their first day, and quarters. A stored day that is not the first stands for its month. */
public final class Months {
    private static final int MONTHS_OF_A_QUARTER = 3;

    private Months() {}

    /** The month that a day lies in. */
    public static LocalDate of(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /** The last day of the month. */
    public static LocalDate lastDay(LocalDate month) {
        return month.withDayOfMonth(month.lengthOfMonth());
    }

    /** The month so many months later; null outside the years 1 to 9999. */
    public static @Nullable LocalDate plus(LocalDate month, long months) {
        return Days.plusMonths(of(month), months);
    }

    /** The month so many months earlier, counted from the month that the day lies in. */
    public static @Nullable LocalDate minus(LocalDate month, long months) {
        return months == Long.MIN_VALUE ? null : plus(month, -months);
    }

    /** Months from the first to the second; negative when the second lies before. */
    public static long between(LocalDate from, LocalDate to) {
        return (to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue();
    }

    /** The quarter of the month, for example {@code 2024Q1}; the year has four digits. */
    public static String quarter(LocalDate month) {
        String year = Integer.toString(10000 + month.getYear());
        return year.substring(1) + "Q" + ((month.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
    }

    /** The last day of the quarter that the month lies in. */
    public static LocalDate quarterEnd(LocalDate month) {
        int last = ((month.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1) * MONTHS_OF_A_QUARTER;
        return YearMonth.of(month.getYear(), last).atEndOfMonth();
    }
}
