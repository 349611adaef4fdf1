package cn.mingjian.functions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays and the adjusted working days of the years that are loaded, as the State Council announces them
 * each year (全国年节及纪念日放假办法; 部分节假日安排的通知).
 *
 * @param holidays days off, whether or not they fall on a weekend
 * @param workingDays Saturdays and Sundays that are worked in exchange
 * @param firstYear first year covered
 * @param lastYear last year covered; before {@code firstYear} when nothing is loaded
 */
public record HolidayCalendar(Set<LocalDate> holidays, Set<LocalDate> workingDays, int firstYear, int lastYear) {

    /** A calendar that covers no year: every question about a day is unknown. */
    public static final HolidayCalendar NONE = new HolidayCalendar(Set.of(), Set.of(), 1, 0);

    /** Keeps the sets unchangeable. */
    public HolidayCalendar {
        holidays = Set.copyOf(holidays);
        workingDays = Set.copyOf(workingDays);
    }

    /** Whether the year of this day is loaded. */
    public boolean covers(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    /** Whether the day is worked; null outside the loaded years. */
    public @Nullable Boolean isWorkday(LocalDate day) {
        return covers(day) ? worked(day) : null;
    }

    boolean worked(LocalDate day) {
        if (holidays.contains(day)) {
            return false;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return !weekend || workingDays.contains(day);
    }
}
