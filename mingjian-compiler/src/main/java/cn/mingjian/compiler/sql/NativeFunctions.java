package cn.mingjian.compiler.sql;

import cn.mingjian.functions.DomainFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Domain functions that DuckDB computes itself with the same result, without a call into Java for each row. The
 * conformance tables of the functions run over these texts too.
 */
public final class NativeFunctions {

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("plus_days(DATE, INTEGER)", "CAST($1 + to_days(CAST($2 AS INTEGER)) AS DATE)"),
            Map.entry("plus_months(DATE, INTEGER)", "CAST($1 + to_months(CAST($2 AS INTEGER)) AS DATE)"),
            Map.entry("plus_years(DATE, INTEGER)", "CAST($1 + to_years(CAST($2 AS INTEGER)) AS DATE)"),
            Map.entry("plus_hours(TIME, INTEGER)", "($1 + to_hours($2))"),
            Map.entry("days_between(DATE, DATE)", "CAST(date_diff('day', $1, $2) AS BIGINT)"),
            Map.entry("year(DATE)", "CAST(year($1) AS BIGINT)"),
            Map.entry("year(TIME)", "CAST(year($1) AS BIGINT)"),
            Map.entry("year(MONTH)", "CAST(year($1) AS BIGINT)"),
            Map.entry("date_of(TIME)", "CAST($1 AS DATE)"),
            Map.entry("month_of(DATE)", "CAST(date_trunc('month', $1) AS DATE)"),
            Map.entry("month_of(TIME)", "CAST(date_trunc('month', $1) AS DATE)"),
            Map.entry("first_day(MONTH)", "$1"),
            Map.entry("last_day(MONTH)", "last_day($1)"),
            Map.entry("plus_month(MONTH, INTEGER)", "CAST($1 + to_months(CAST($2 AS INTEGER)) AS DATE)"),
            Map.entry(
                    "month_minus(DATE, INTEGER)",
                    "CAST(date_trunc('month', $1) - to_months(CAST($2 AS INTEGER)) AS DATE)"),
            Map.entry("month_minus(MONTH, INTEGER)", "CAST($1 - to_months(CAST($2 AS INTEGER)) AS DATE)"),
            Map.entry("overlaps(DATE, DATE, DATE, DATE)", "($1 <= $4 AND $3 <= $2)"),
            Map.entry("overlaps(TIME, TIME, TIME, TIME)", "($1 < $4 AND $3 < $2)"));

    private NativeFunctions() {}

    /** The call in the engine's own functions, if it has a text here. */
    public static Optional<String> sql(DomainFunction function, List<String> arguments) {
        return Optional.ofNullable(TEXTS.get(function.signature())).map(text -> filled(text, arguments));
    }

    private static String filled(String text, List<String> arguments) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '$') {
                i++;
                sql.append(arguments.get(text.charAt(i) - '1'));
            } else {
                sql.append(text.charAt(i));
            }
        }
        return sql.toString();
    }
}
