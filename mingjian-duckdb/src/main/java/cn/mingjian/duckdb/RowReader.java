package cn.mingjian.duckdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a JDBC result into {@link DuckRow}s. */
final class RowReader {
    private final ResultSet result;
    private final DuckRow.Columns columns;
    private final boolean[] times;

    RowReader(ResultSet result) throws SQLException {
        this.result = result;
        ResultSetMetaData description = result.getMetaData();
        List<String> names = new ArrayList<>();
        this.times = new boolean[description.getColumnCount()];
        for (int i = 0; i < times.length; i++) {
            names.add(description.getColumnName(i + 1));
            times[i] = description.getColumnTypeName(i + 1).startsWith("TIMESTAMP");
        }
        this.columns = DuckRow.Columns.of(names);
    }

    boolean next() throws SQLException {
        return result.next();
    }

    DuckRow row() throws SQLException {
        @Nullable Object[] values = new Object[times.length];
        for (int i = 0; i < values.length; i++) {
            // Not through java.sql.Timestamp, which belongs to the zone of the machine.
            values[i] = times[i] ? result.getObject(i + 1, LocalDateTime.class) : value(result.getObject(i + 1));
        }
        return new DuckRow(columns, values);
    }

    private static @Nullable Object value(@Nullable Object value) throws SQLException {
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof Boolean
                || value instanceof Double) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger) {
            return whole((BigInteger) value);
        }
        if (value instanceof Float) {
            return ((Float) value).doubleValue();
        }
        if (value instanceof Array) {
            return list((Object[]) ((Array) value).getArray());
        }
        if (value instanceof DuckDBStruct) {
            return struct(((DuckDBStruct) value).getMap());
        }
        throw new DuckException(
                DuckException.Problem.WRONG_STATEMENT,
                "a result column of type " + value.getClass().getSimpleName() + " is not read");
    }

    private static Long whole(BigInteger value) {
        if (value.bitLength() > Long.SIZE - 1) {
            throw new DuckException(DuckException.Problem.WRONG_VALUE, "a whole number is longer than 64 bits");
        }
        return value.longValue();
    }

    private static List<@Nullable Object> list(@Nullable Object[] elements) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(elements.length);
        for (Object element : elements) {
            values.add(value(element));
        }
        return Collections.unmodifiableList(values);
    }

    private static Map<String, @Nullable Object> struct(Map<String, Object> fields) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            values.put(field.getKey(), value(field.getValue()));
        }
        return Collections.unmodifiableMap(values);
    }
}
