package cn.mingjian.sample;

import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lives of a county as tables of an engine session. Every view of the schema {@code register} is called like the
 * contract whose rows it holds; which registers there are is known nowhere else.
 */
final class Registers {
    private static final String FOLDER = "/cn/mingjian/sample/";

    private final DuckSession session;

    private Registers(DuckSession session) {
        this.session = session;
    }

    /** Simulates with scripts that stand under one folder of the resources, in this order. */
    static Registers simulate(
            DuckSession session, String folder, List<String> scripts, long size, long seed, LocalDate asOf) {
        session.execute("CREATE MACRO scale() AS CAST(" + size + " AS BIGINT)");
        session.execute("CREATE MACRO seed() AS CAST(" + seed + " AS BIGINT)");
        session.execute("CREATE MACRO as_of() AS DATE " + SqlText.literal(asOf.toString()));
        SqlScript.statements(FOLDER + "macros.sql").forEach(session::execute);
        for (String script : scripts) {
            SqlScript.statements(FOLDER + folder + "/" + script + ".sql").forEach(session::execute);
        }
        return new Registers(session);
    }

    /** The contracts of which there are rows, by name. */
    List<String> names() {
        return session
                .query("SELECT view_name FROM duckdb_views() WHERE schema_name = 'register' ORDER BY view_name")
                .stream()
                .map(row -> String.valueOf(row.value(0)))
                .toList();
    }

    /** The columns of which the county knows values. */
    Set<String> columns(String register) {
        Set<String> columns = new TreeSet<>();
        session.query(
                        "SELECT column_name FROM duckdb_columns() WHERE schema_name = 'register' AND table_name = ?",
                        register)
                .forEach(row -> columns.add(String.valueOf(row.value(0))));
        return columns;
    }

    /** Whether the scripts say what is to be found. */
    boolean tellTruth() {
        return !session.query("SELECT 1 FROM duckdb_views() WHERE view_name = 'truth'")
                .isEmpty();
    }

    /** The relation as SQL names it. */
    static String relation(String register) {
        return "register." + SqlText.identifier(register);
    }

    DuckSession session() {
        return session;
    }
}
