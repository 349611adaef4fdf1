package cn.mingjian.duckdb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result. Values are of the Java types of {@code cn.mingjian.functions.Kind}; lists are {@link List}s,
 * structs {@link Map}s in the order of their fields.
 */
public final class DuckRow {
    private final Columns columns;
    private final @Nullable Object[] values;

    /** The columns of a result; of two with one name the first is found. */
    record Columns(List<String> names, Map<String, Integer> places) {

        static Columns of(List<String> names) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                places.putIfAbsent(names.get(i), i);
            }
            return new Columns(List.copyOf(names), places);
        }
    }

    DuckRow(Columns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** The names of the columns, in order. */
    public List<String> names() {
        return columns.names();
    }

    /** The values, in the order of the columns. */
    public List<@Nullable Object> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The value of a column counted from zero. */
    public @Nullable Object value(int column) {
        return values[column];
    }

    /** The value of a column by name. */
    public @Nullable Object value(String column) {
        Integer place = columns.places().get(column);
        if (place == null) {
            throw new IllegalArgumentException("The result has no column " + column + "; it has " + names() + ".");
        }
        return values[place];
    }

    /** A text. */
    public @Nullable String text(String column) {
        return (String) value(column);
    }

    /** A whole number. */
    public @Nullable Long integer(String column) {
        return (Long) value(column);
    }

    /** A count, which is never null. */
    public long count(String column) {
        Long value = integer(column);
        if (value == null) {
            throw new IllegalArgumentException("The column " + column + " was expected to hold a count.");
        }
        return value;
    }

    /** An exact number. */
    public @Nullable BigDecimal decimal(String column) {
        return (BigDecimal) value(column);
    }

    /** A day or a month. */
    public @Nullable LocalDate date(String column) {
        return (LocalDate) value(column);
    }

    /** A time without zone. */
    public @Nullable LocalDateTime time(String column) {
        return (LocalDateTime) value(column);
    }

    /** True, false or unknown. */
    public @Nullable Boolean truth(String column) {
        return (Boolean) value(column);
    }

    /** A list. */
    public @Nullable List<?> list(String column) {
        return (List<?>) value(column);
    }

    @Override
    public String toString() {
        return "row of " + names();
    }
}
