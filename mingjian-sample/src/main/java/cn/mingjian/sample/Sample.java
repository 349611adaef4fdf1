package cn.mingjian.sample;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was written.
 *
 * @param folder where the registers stand, in the form that {@code run --data} takes
 * @param rows rows by contract id, without headers
 */
public record Sample(Path folder, SortedMap<String, Long> rows) {

    Sample(Path folder, Map<String, Long> rows) {
        this(folder, Collections.unmodifiableSortedMap(new TreeMap<>(rows)));
    }

    /** Rows of all registers together. */
    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
