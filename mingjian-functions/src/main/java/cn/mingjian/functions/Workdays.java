package cn.mingjian.functions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Counting in working days (工作日) and the end of periods that fall on a day off. Wherever a day outside the loaded years
 * of the calendar has to be looked at, the answer is null.
 */
public final class Workdays {
    private static final long MOST_DAYS = 4000;

    private final HolidayCalendar calendar;

    /** Counts by this calendar. */
    public Workdays(HolidayCalendar calendar) {
        this.calendar = calendar;
    }

    /** Whether the day is worked. */
    public @Nullable Boolean isWorkday(LocalDate day) {
        return calendar.isWorkday(day);
    }

    /**
     * The n-th working day after the day, which itself is not counted; before it when n is negative. With zero the day
     * itself, whether it is worked or not. Null for more than 4,000 working days.
     */
    public @Nullable LocalDate plus(LocalDate day, long workdays) {
        if (workdays > MOST_DAYS || workdays < -MOST_DAYS || !calendar.covers(day)) {
            return null;
        }
        long left = Math.abs(workdays);
        int step = workdays < 0 ? -1 : 1;
        LocalDate current = day;
        while (left > 0) {
            current = current.plusDays(step);
            if (!calendar.covers(current)) {
                return null;
            }
            left -= calendar.worked(current) ? 1 : 0;
        }
        return current;
    }

    /** Working days from the first day (not counted) to the second (counted); negated when the second lies before. */
    public @Nullable Long between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            Long back = between(to, from);
            return back == null ? null : -back;
        }
        if (!calendar.covers(from) || !calendar.covers(to)) {
            return null;
        }
        long count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += calendar.worked(day) ? 1 : 0;
        }
        return count;
    }

    /**
     * The last day of a period that would end on this day: the day itself when it is worked, else the next working day
     * (刑事诉讼法 第一百零五条第四款 - not for periods in custody; 民法典 第二百零三条).
     */
    public @Nullable LocalDate end(LocalDate day) {
        LocalDate current = day;
        while (calendar.covers(current)) {
            if (calendar.worked(current)) {
                return current;
            }
            current = current.plusDays(1);
        }
        return null;
    }
}
