package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.contract.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values written as text by a person: literals beside typed columns, parameter values, test rows. */
public final class Literals {

    private static final int MOST_CHARACTERS = 1_000;

    /** Without an exponent, which makes a short text a long number. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private Literals() {}

    /** The SQL of a text read as a type; empty when it is no such value. A label of a code is not accepted here. */
    public static Optional<String> sql(String text, Type type) {
        try {
            return switch (type.form()) {
                case TEXT ->
                    type.codes().isEmpty() || type.codes().containsKey(text)
                            ? Optional.of(Sql.text(text))
                            : Optional.empty();
                case INTEGER -> Optional.of("CAST(" + Long.parseLong(text) + " AS BIGINT)");
                case DECIMAL -> decimal(text, type);
                case DATE -> Optional.of(Sql.date(day(LocalDate.parse(text))));
                case MONTH -> Optional.of(Sql.date(day(YearMonth.parse(text).atDay(1))));
                case TIME -> {
                    LocalDateTime time = LocalDateTime.parse(text.trim().replace(' ', 'T'));
                    day(time.toLocalDate());
                    yield Optional.of(Sql.time(time));
                }
                case BOOLEAN -> text.equals("true") || text.equals("false") ? Optional.of(text) : Optional.empty();
                case DOUBLE, TEXT_LIST, NULL, ERROR -> Optional.empty();
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The SQL of a text read as a column type. */
    public static Optional<String> sql(String text, ColumnType type) {
        return sql(text, Type.of(type));
    }

    /** The same for the value of a parameter, which is a word or a line, not a document. */
    public static Optional<String> ofParameter(String text, ColumnType type) {
        boolean formed =
                switch (type) {
                    case REGION -> text.matches("[0-9]{6}");
                    case ID_NO, USCC -> text.matches("[0-9A-Z]{18}");
                    case TEXT, INTEGER, MONEY, QUANTITY, DATE, TIME, MONTH, CODE, CODES, BOOLEAN ->
                        text.length() <= MOST_CHARACTERS;
                };
        return formed ? sql(text, type) : Optional.empty();
    }

    /** A day that the engine can hold: Java's days reach further. */
    private static LocalDate day(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("The year has four digits");
        }
        return day;
    }

    private static Optional<String> decimal(String text, Type type) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        if (number.stripTrailingZeros().scale() > type.scale()
                || number.precision() - number.scale() > type.precision() - type.scale()) {
            return Optional.empty();
        }
        return Optional.of(Sql.cast("'" + number.toPlainString() + "'", type));
    }
}
