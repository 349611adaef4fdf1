package cn.mingjian.duckdb;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows to a table of the session, value by value in the order of its columns. Rows are visible after
 * {@link #close}; a row of too few values is refused by the engine when it ends.
 */
public final class TableWriter implements AutoCloseable {
    private final DuckDBAppender appender;
    private boolean inRow;

    TableWriter(DuckDBAppender appender) {
        this.appender = appender;
    }

    /** Appends one value of a Java type of {@code cn.mingjian.functions.Kind}; null is null. */
    public TableWriter value(@Nullable Object value) {
        try {
            if (!inRow) {
                appender.beginRow();
                inRow = true;
            }
            append(value);
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        try {
            appender.endRow();
            inRow = false;
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String) {
            appender.append((String) value);
        } else if (value instanceof Long) {
            appender.append(((Long) value).longValue());
        } else if (value instanceof Integer) {
            appender.append(((Integer) value).intValue());
        } else if (value instanceof LocalDate) {
            appender.append((LocalDate) value);
        } else if (value instanceof LocalDateTime) {
            appender.append((LocalDateTime) value);
        } else if (value instanceof Boolean) {
            appender.append(((Boolean) value).booleanValue());
        } else if (value instanceof BigDecimal) {
            appender.append((BigDecimal) value);
        } else if (value instanceof Double) {
            appender.append(((Double) value).doubleValue());
        } else if (value instanceof List) {
            appender.append((List<?>) value);
        } else {
            throw new IllegalArgumentException(
                    "A value of type " + value.getClass().getSimpleName() + " cannot be stored in a table.");
        }
    }
}
