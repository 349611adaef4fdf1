package cn.mingjian.bench.rules;

import cn.mingjian.duckdb.DuckLimits;
import java.nio.file.Path;

/** What both sides may use: two threads, and with the Java heap at most 4 GiB. */
final class Limits {

    private static final long MEMORY = 3L << 30;
    private static final long TEMPORARY = 60L << 30;

    private Limits() {}

    static DuckLimits here() {
        return new DuckLimits(MEMORY, 2, Path.of(System.getProperty("java.io.tmpdir")), TEMPORARY);
    }
}
