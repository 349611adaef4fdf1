package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a database tells of its tables and views, without those that keep the database itself. */
final class OutsideCatalogue {

    private static final int MOST_TABLES = 50_000;

    private static final Set<String> KINDS = Set.of(
            "TABLE", "BASE TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "TABLE LINK", "VIEW", "MATERIALIZED VIEW");

    /** Schemas and catalogues that databases keep for themselves, in small letters. */
    private static final Set<String> SYSTEM = Set.of(
            // the standard, PostgreSQL and what came of it (KingbaseES, openGauss)
            "information_schema",
            "pg_catalog",
            "pg_toast",
            "sys_catalog",
            "sysaudit",
            "sysmac",
            "blockchain",
            "cstore",
            "db4ai",
            "dbe_perf",
            "dbe_pldebugger",
            "dbe_pldeveloper",
            "dbe_sql_util",
            "pkg_service",
            "sqladvisor",
            // MySQL, MariaDB, GBase
            "mysql",
            "performance_schema",
            "sys",
            "gbase",
            "gclusterdb",
            "gctmpdb",
            // Oracle and Dameng
            "system",
            "appqossys",
            "audsys",
            "ctxsys",
            "dbsnmp",
            "dvsys",
            "gsmadmin_internal",
            "lbacsys",
            "mdsys",
            "ojvmsys",
            "olapsys",
            "orddata",
            "ordsys",
            "outln",
            "wmsys",
            "xdb",
            "ctisys",
            "sysauditor",
            "sysjob",
            "syssso");

    private OutsideCatalogue() {}

    /** @throws Refusal when there are more than anybody could choose from */
    static List<OutsideTable> tables(Connection connection) throws SQLException {
        return tables(connection, MOST_TABLES);
    }

    static List<OutsideTable> tables(Connection connection, int most) throws SQLException {
        DatabaseMetaData told = connection.getMetaData();
        boolean catalogues = !told.supportsSchemasInDataManipulation() && told.supportsCatalogsInDataManipulation();
        List<OutsideTable> tables = new ArrayList<>();
        try (ResultSet found = told.getTables(connection.getCatalog(), null, "%", kinds(told))) {
            while (found.next()) {
                OutsideTable table = new OutsideTable(
                        Objects.requireNonNullElse(found.getString(catalogues ? "TABLE_CAT" : "TABLE_SCHEM"), ""),
                        found.getString("TABLE_NAME"),
                        String.valueOf(found.getString("TABLE_TYPE")).contains("VIEW"));
                if (!SYSTEM.contains(table.schema().toLowerCase(Locale.ROOT))) {
                    tables.add(table);
                }
                if (tables.size() > most) {
                    throw Refusal.conflict("sources.too-many-tables", most);
                }
            }
        }
        return tables;
    }

    /** Those of ours that the database knows; all where it tells none. */
    private static String[] kinds(DatabaseMetaData told) throws SQLException {
        Set<String> known = new TreeSet<>();
        try (ResultSet kinds = told.getTableTypes()) {
            while (kinds.next()) {
                known.add(kinds.getString(1).strip());
            }
        }
        known.retainAll(KINDS);
        return (known.isEmpty() ? KINDS : known).toArray(String[]::new);
    }
}
