package cn.mingjian.engine;

import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Lookup;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.TableWriter;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.table.TableRow;
import java.util.stream.Collectors;

/**
 * The rows of a reference table as a table of the session: its columns, {@code _part} 0 and as {@code _pos} the line of
 * the file on which a row begins.
 */
final class TableRows {

    private TableRows() {}

    static void load(DuckSession session, ReferenceTable table) {
        String name = Lookup.relationName(table);
        String columns = table.columns().values().stream()
                .map(column -> Sql.name(column.name()) + " " + Sql.type(Lookup.type(column)))
                .collect(Collectors.joining(", "));
        session.execute("CREATE TEMP TABLE " + Sql.name(name) + " (" + columns + ", _part INTEGER, _pos BIGINT)");
        try (TableWriter writer = session.writer(name)) {
            for (TableRow row : table.rows()) {
                table.columns()
                        .keySet()
                        .forEach(column -> writer.value(row.values().get(column)));
                writer.value(0).value((long) row.line()).endRow();
            }
        }
    }
}
