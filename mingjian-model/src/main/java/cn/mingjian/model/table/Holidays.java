package cn.mingjian.model.table;

import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.model.table.ReferenceTable.Years;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code holiday} (alias {@code workday_calendar}) as a calendar of working days. */
public final class Holidays {

    /** The id of the table. */
    public static final String TABLE = "holiday";

    private Holidays() {}

    /** The calendar of the loaded years; of none when the table does not say which years it holds. */
    public static HolidayCalendar calendar(ReferenceTable table) {
        Years years = table.years().orElse(new Years(1, 0));
        return new HolidayCalendar(days(table, "HOLIDAY"), days(table, "WORKDAY"), years.from(), years.to());
    }

    private static Set<LocalDate> days(ReferenceTable table, String kind) {
        return table.rows().stream()
                .filter(row -> row.text("kind").filter(kind::equals).isPresent())
                .flatMap(row -> row.date("day").stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
