package cn.mingjian.server.backup;

import cn.mingjian.server.backup.Manifest.Migration;
import cn.mingjian.server.backup.Manifest.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The schema of the state, as the catalogue of the database tells it: a new table is copied without a line of code. */
final class Schema {

    /** The schema's own history is made anew by a restore; whoever was signed in signs in again. */
    private static final Set<String> NOT_COPIED =
            Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

    private static final String TABLES = """
            select c.relname, a.attname, array_position(i.indkey::int2[], a.attnum) as key,
                a.attcollation <> 0 as collated
            from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attgenerated = ''
                left join pg_index i on i.indrelid = c.oid and i.indisprimary
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
            order by c.relname, a.attnum
            """;

    private static final String PARENTS = """
            select child.relname, parent.relname
            from pg_constraint k
                join pg_class child on child.oid = k.conrelid
                join pg_class parent on parent.oid = k.confrelid
            where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and k.conrelid <> k.confrelid
            """;

    private Schema() {}

    /** How a row of a question is read. */
    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private static void each(Connection database, String sql, Reading reading) throws SQLException {
        try (PreparedStatement question = database.prepareStatement(sql);
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                reading.row(rows);
            }
        }
    }

    /** Whether it holds no table at all. */
    static boolean empty(Connection database) throws SQLException {
        List<String> found = new ArrayList<>();
        each(
                database,
                "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace",
                row -> found.add(row.getString(1)));
        return found.isEmpty();
    }

    /** The steps that made it. */
    static List<Migration> migrations(Connection database) throws SQLException {
        List<Migration> steps = new ArrayList<>();
        each(
                database,
                "select version::int, checksum from flyway_schema_history"
                        + " where success and version is not null order by version::int",
                row -> steps.add(new Migration(row.getInt(1), row.getInt(2))));
        return steps;
    }

    /** Its tables, each after those that its rows refer to. */
    static List<Table> tables(Connection database) throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, Map<Integer, String>> keys = new LinkedHashMap<>();
        each(database, TABLES, row -> {
            String table = row.getString(1);
            String column = quoted(row.getString(2));
            columns.computeIfAbsent(table, any -> new ArrayList<>()).add(column);
            int place = row.getInt(3);
            if (!row.wasNull()) {
                // Two databases may sort words differently.
                String sorted = row.getBoolean(4) ? column + " collate \"C\"" : column;
                keys.computeIfAbsent(table, any -> new TreeMap<>()).put(place, sorted);
            }
        });
        columns.keySet().removeAll(NOT_COPIED);
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        each(database, PARENTS, row -> parents.computeIfAbsent(row.getString(1), any -> new LinkedHashSet<>())
                .add(row.getString(2)));
        Map<String, Table> sorted = new LinkedHashMap<>();
        columns.keySet().forEach(name -> place(name, columns, keys, parents, sorted, Set.of()));
        return List.copyOf(sorted.values());
    }

    private static void place(
            String name,
            Map<String, List<String>> columns,
            Map<String, Map<Integer, String>> keys,
            Map<String, Set<String>> parents,
            Map<String, Table> sorted,
            Set<String> waiting) {
        if (sorted.containsKey(name) || !columns.containsKey(name)) {
            return;
        }
        if (waiting.contains(name)) {
            throw new IllegalStateException("Tables refer to one another in a circle: " + waiting);
        }
        Set<String> deeper = new LinkedHashSet<>(waiting);
        deeper.add(name);
        parents.getOrDefault(name, Set.of()).forEach(parent -> place(parent, columns, keys, parents, sorted, deeper));
        List<String> all = columns.getOrDefault(name, List.of());
        Map<Integer, String> key = keys.getOrDefault(name, Map.of());
        String order = key.isEmpty() ? quoted(name) + "::text collate \"C\"" : String.join(", ", key.values());
        sorted.put(name, new Table(name, all, order));
    }

    /** The last number that each counter gave; one that gave none is left out. */
    static Map<String, Long> counters(Connection database) throws SQLException {
        Map<String, Long> counters = new LinkedHashMap<>();
        each(
                database,
                "select sequencename, last_value from pg_sequences"
                        + " where schemaname = current_schema() and last_value is not null order by 1",
                row -> counters.put(row.getString(1), row.getLong(2)));
        return counters;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
