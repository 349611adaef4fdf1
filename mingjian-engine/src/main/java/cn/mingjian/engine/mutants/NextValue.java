package cn.mingjian.engine.mutants;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The neighbours of a written value: one in the last digit, one day, one month. */
final class NextValue {

    private NextValue() {}

    /** A number some units of its last digit away. */
    static String number(String text, int steps) {
        BigDecimal number = new BigDecimal(text);
        return number.add(number.ulp().multiply(BigDecimal.valueOf(steps))).toPlainString();
    }

    /** A day or month some steps away; empty when the text is neither. */
    static Optional<String> date(String text, int steps) {
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(text).plusDays(steps).toString());
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                return Optional.of(YearMonth.parse(text).plusMonths(steps).toString());
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The neighbour of a parameter's value; empty when it has none. */
    static Optional<String> of(String text, int steps) {
        return text.matches("-?\\d+(\\.\\d+)?") ? Optional.of(number(text, steps)) : date(text, steps);
    }
}
