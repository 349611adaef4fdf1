package cn.mingjian.duckdb;

import cn.mingjian.functions.DomainFunction;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that the engine can compute itself, as macros that give the same answers as the Java form (the
 * conformance tables are run against both). They are ten times as fast, and the engine can join on what it sees inside:
 * {@code overlaps} becomes two comparisons of a range join.
 *
 * <p>A function gets a native form only when its arguments stand in it once or twice, because a macro repeats them.
 */
final class NativeForms {
    private static final String WORKDAY = "mj_is_workday_date";
    private static final String DAY = "CAST(p1 AS DATE)";
    private static final String MONTH = "date_trunc('month', CAST(p1 AS DATE))";
    private static final String TIME = "CAST(p1 AS TIMESTAMP)";

    private static final String HOURS_LATER = "make_timestamp(epoch_us(" + TIME
            + ") + 3600000000 * CASE WHEN p2 BETWEEN -87840000 AND 87840000 THEN p2 END)";

    /** A year is full on the day after the birthday: that year's days up to the birthday itself are not yet. */
    private static final String AGE =
            "CASE WHEN CAST(p2 AS DATE) >= " + DAY + " THEN greatest(0, year(CAST(p2 AS DATE))"
                    + " - year(" + DAY + ") - CASE WHEN " + dayOfYear("CAST(p2 AS DATE)") + " <= " + dayOfYear(DAY)
                    + " THEN 1 ELSE 0 END) END";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("mj_plus_days_date_integer", day(DAY + " + " + count(3_660_000))),
            Map.entry("mj_plus_months_date_integer", day(DAY + " + to_months(" + count(120_000) + ")")),
            Map.entry("mj_plus_years_date_integer", day(DAY + " + to_years(" + count(10_000) + ")")),
            Map.entry("mj_plus_hours_time_integer", time(HOURS_LATER)),
            Map.entry("mj_plus_month_month_integer", day(MONTH + " + to_months(" + count(120_000) + ")")),
            Map.entry("mj_month_minus_date_integer", day(MONTH + " - to_months(" + count(120_000) + ")")),
            Map.entry("mj_month_minus_month_integer", day(MONTH + " - to_months(" + count(120_000) + ")")),
            Map.entry(
                    "mj_date_of_integer_integer_integer",
                    "TRY(make_date(CASE WHEN p1 BETWEEN 1 AND 9999 THEN p1 END, p2, p3))"),
            Map.entry("mj_date_of_time", "CAST(" + TIME + " AS DATE)"),
            Map.entry("mj_night_of_time", day("make_timestamp(epoch_us(" + TIME + ") - 12 * 3600000000)")),
            Map.entry("mj_year_date", "year(" + DAY + ")"),
            Map.entry("mj_year_time", "year(" + TIME + ")"),
            Map.entry("mj_year_month", "year(" + DAY + ")"),
            Map.entry("mj_days_between_date_date", "CAST(p2 AS DATE) - " + DAY),
            Map.entry("mj_months_between_month_month", "date_diff('month', " + DAY + ", CAST(p2 AS DATE))"),
            Map.entry("mj_hours_between_time_time", "date_sub('hour', " + TIME + ", CAST(p2 AS TIMESTAMP))"),
            Map.entry("mj_month_of_date", "CAST(" + MONTH + " AS DATE)"),
            Map.entry("mj_month_of_time", "CAST(date_trunc('month', " + TIME + ") AS DATE)"),
            Map.entry("mj_first_day_month", "CAST(" + MONTH + " AS DATE)"),
            Map.entry("mj_last_day_month", "last_day(" + DAY + ")"),
            Map.entry(
                    "mj_quarter_end_month",
                    "last_day(CAST(date_trunc('quarter', " + DAY + ") + INTERVAL 2 MONTH AS DATE))"),
            Map.entry("mj_age_at_date_date", AGE),
            Map.entry("mj_age_at_date_time", AGE),
            Map.entry("mj_overlaps_date_date_date_date", overlap("<=", "DATE")),
            Map.entry("mj_overlaps_time_time_time_time", overlap("<", "TIMESTAMP")));

    private NativeForms() {}

    /** The days of the calendar one after the other, a bit each; null before and after them. */
    private static String workday(DomainFunction function) {
        StringBuilder bits = new StringBuilder();
        LocalDate first = LocalDate.of(1900, 1, 1);
        for (LocalDate day = first; day.getYear() < 2100; day = day.plusDays(1)) {
            Object worked = function.call(day);
            if (worked != null) {
                bits.append((Boolean) worked ? '1' : '0');
            } else if (bits.isEmpty()) {
                first = day.plusDays(1);
            } else {
                break;
            }
        }
        String index = DAY + " - DATE '" + first + "'";
        return bits.isEmpty()
                ? "CAST(NULL AS BOOLEAN)"
                : "get_bit('" + bits + "'::BIT, CAST(CASE WHEN " + index + " BETWEEN 0 AND " + (bits.length() - 1)
                        + " THEN " + index + " END AS INTEGER)) = 1";
    }

    /** The statement that makes the function known in its native form, if it has one. */
    static Optional<String> macro(DomainFunction function) {
        Optional<String> form = function.engineName().equals(WORKDAY)
                ? Optional.of(workday(function))
                : Optional.ofNullable(BODIES.get(function.engineName()));
        return form.map(body -> "CREATE MACRO " + function.engineName() + "("
                + parameters(function.parameters().size()) + ") AS (" + body + ")");
    }

    /** How many forms there are; each must belong to a function of the registry. */
    static int size() {
        return BODIES.size() + 1;
    }

    private static String parameters(int count) {
        StringBuilder text = new StringBuilder("p1");
        for (int i = 2; i <= count; i++) {
            text.append(", p").append(i);
        }
        return text.toString();
    }

    /**
     * The second argument as a count that cannot lead out of the engine's dates; a greater one is null. The bounds stand
     * inside the cast, because the engine computes constants in branches that are never taken.
     */
    private static String count(long most) {
        return "CAST(CASE WHEN p2 BETWEEN -" + most + " AND " + most + " THEN p2 END AS INTEGER)";
    }

    /** Month and day as one number. */
    private static String dayOfYear(String day) {
        return "100 * month(" + day + ") + day(" + day + ")";
    }

    private static String day(String expression) {
        String day = "CAST(" + expression + " AS DATE)";
        return "CASE WHEN " + day + " BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN " + day + " END";
    }

    private static String time(String expression) {
        return "CASE WHEN " + expression
                + " BETWEEN TIMESTAMP '0001-01-01 00:00:00' AND TIMESTAMP '9999-12-31 23:59:59.999999' THEN "
                + expression + " END";
    }

    private static String overlap(String comparison, String type) {
        return "CAST(p1 AS " + type + ") " + comparison + " CAST(p4 AS " + type + ") AND CAST(p3 AS " + type + ") "
                + comparison + " CAST(p2 AS " + type + ")";
    }
}
