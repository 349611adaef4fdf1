package cn.mingjian.model.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a reference table.
 *
 * @param line line of the CSV file on which it begins; the header is line 1
 * @param values by column, without those that are empty; of the Java type of the column's kind, decimals with the
 *     column's scale
 */
public record TableRow(int line, Map<String, Object> values, String source, Mark mark) {

    /** The value of a column; empty where the cell is. */
    public Optional<Object> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** A text, code or region. */
    public Optional<String> text(String column) {
        return value(column).map(String.class::cast);
    }

    public Optional<BigDecimal> decimal(String column) {
        return value(column).map(BigDecimal.class::cast);
    }

    public Optional<LocalDate> date(String column) {
        return value(column).map(LocalDate.class::cast);
    }

    /** The values of several columns, for comparison with another row. */
    List<Optional<Object>> values(List<String> columns) {
        return columns.stream().map(this::value).toList();
    }
}
