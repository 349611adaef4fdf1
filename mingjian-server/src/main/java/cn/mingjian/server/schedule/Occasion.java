package cn.mingjian.server.schedule;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a scheduled run waits for. */
enum Occasion {
    /** A day, once. */
    ONCE,
    /** A day of each month; in a shorter month its last one. */
    MONTHLY,
    /** Each delivery of the department on which the model can run. */
    ARRIVAL;

    /** The first such day of a month that is not before another day. */
    static LocalDate nextMonthly(int dayOfMonth, LocalDate notBefore) {
        YearMonth month = YearMonth.from(notBefore);
        LocalDate here = in(month, dayOfMonth);
        return here.isBefore(notBefore) ? in(month.plusMonths(1), dayOfMonth) : here;
    }

    private static LocalDate in(YearMonth month, int dayOfMonth) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }
}
