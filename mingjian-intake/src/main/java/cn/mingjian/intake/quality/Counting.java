package cn.mingjian.intake.quality;

import static cn.mingjian.duckdb.SqlText.identifier;
import static cn.mingjian.duckdb.SqlText.path;

import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts over what was stored: everything here has passed the door, so the engine may spill it. */
public final class Counting {

    private final DuckSession session;
    private final String rows;

    /** @param parts files of a version that the session may read */
    public Counting(DuckSession session, List<Path> parts) {
        this.session = session;
        this.rows = "read_parquet(" + parts.stream().map(part -> path(part)).collect(Collectors.joining(", ", "[", "]"))
                + ")";
    }

    /** Values and different values of a column. */
    public record Counted(long values, long distinct, boolean estimated) {}

    /** Counts each column; different values exactly for identity numbers, else within a few per cent. */
    public Map<String, Counted> columns(List<Column> columns) {
        String counts = columns.stream()
                .map(column -> identifier(column.name()))
                .map(name -> "count(" + name + "), approx_count_distinct(" + name + ")")
                .collect(Collectors.joining(", "));
        DuckRow row = session.one("SELECT " + counts + " FROM " + rows);
        Map<String, Counted> counted = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            long values = number(row, 2 * i);
            long distinct = exact(column) ? distinct(column) : Math.min(values, number(row, 2 * i + 1));
            counted.put(column.name(), new Counted(values, distinct, !exact(column)));
        }
        return counted;
    }

    /** In a statement of its own: beside other counts the engine takes twice as long for it. */
    private long distinct(Column column) {
        return session.one("SELECT count(DISTINCT " + identifier(column.name()) + ") AS n FROM " + rows)
                .count("n");
    }

    /** Rows beyond the first of each key, among those whose key is complete. */
    public @Nullable Long duplicates(List<String> key, Set<String> columns) {
        if (key.isEmpty() || !columns.containsAll(key)) {
            return null;
        }
        String names = key.stream().map(column -> identifier(column)).collect(Collectors.joining(", "));
        String complete =
                key.stream().map(column -> identifier(column) + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String from = " FROM " + rows + " WHERE " + complete;
        return session.one("SELECT (SELECT count(*)" + from + ") - (SELECT count(*) FROM (SELECT DISTINCT " + names
                        + from + ")) AS n")
                .count("n");
    }

    private static boolean exact(Column column) {
        return column.type() == ColumnType.ID_NO;
    }

    private static long number(DuckRow row, int column) {
        Object value = row.value(column);
        return value == null ? 0 : (Long) value;
    }
}
