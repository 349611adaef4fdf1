package cn.mingjian.server.backup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup begins with: enough to refuse it before anything is written.
 *
 * @param form of the archive
 * @param product version of the product that made it
 * @param made when, as ISO 8601 in UTC
 * @param way what it holds
 * @param migrations of its schema, oldest first
 */
record Manifest(int form, String product, String made, Way way, List<Migration> migrations, List<Table> tables) {

    static final int FORM = 1;
    static final String NAME = "manifest.json";

    /** A step of the schema; its checksum tells whether two products mean the same by its number. */
    record Migration(int version, int checksum) {}

    /** A table with the columns that are copied, in their order. */
    record Table(String name, List<String> columns, String order) {}

    /** The newest step of the schema. */
    int newest() {
        return migrations.stream().mapToInt(Migration::version).max().orElse(0);
    }

    /** What its schema is: steps by number, however they came. */
    static Map<Integer, Integer> steps(List<Migration> migrations) {
        Map<Integer, Integer> steps = new TreeMap<>();
        migrations.forEach(step -> steps.put(step.version(), step.checksum()));
        return steps;
    }
}
