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

/** Values written as text by a person: literals beside typed columns, parameter values, test rows. */
public final class Literals {

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
                case DATE -> Optional.of(Sql.date(LocalDate.parse(text)));
                case MONTH -> Optional.of(Sql.date(YearMonth.parse(text).atDay(1)));
                case TIME ->
                    Optional.of(Sql.time(LocalDateTime.parse(text.trim().replace(' ', 'T'))));
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

    private static Optional<String> decimal(String text, Type type) {
        BigDecimal number = new BigDecimal(text);
        if (number.stripTrailingZeros().scale() > type.scale()
                || number.precision() - number.scale() > type.precision() - type.scale()) {
            return Optional.empty();
        }
        return Optional.of(Sql.cast("'" + number.toPlainString() + "'", type));
    }
}
