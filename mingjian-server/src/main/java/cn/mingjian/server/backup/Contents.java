package cn.mingjian.server.backup;

import java.util.Map;

/**
 * What a backup ends with: what was copied, to be compared with what a restore brought back.
 *
 * @param tables by name
 * @param counters the last number that each counter gave
 */
record Contents(Map<String, Rows> tables, Map<String, Long> counters, FileTally.Sum files) {

    static final String NAME = "contents.json";

    /** Rows of a table, and the digest of their text in the order of their keys. */
    record Rows(long count, String sha256) {}

    long rows() {
        return tables.values().stream().mapToLong(Rows::count).sum();
    }
}
