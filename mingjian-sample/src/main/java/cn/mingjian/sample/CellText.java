package cn.mingjian.sample;

import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.contract.Column;
import java.util.Set;

/** How a clean value of a contract's column is written in a text file. */
final class CellText {
    private CellText() {}

    /**
     * The SQL expression of the cell's text. A column that the county does not speak of holds the value that a complete,
     * lawful row holds, as the contract states it; where that is nothing, the cell is empty.
     *
     * @param given the columns that the county's register has
     */
    static String of(Column column, Set<String> given) {
        return given.contains(column.name())
                ? text(column)
                : column.lawful().map(SqlText::literal).orElse("NULL");
    }

    private static String text(Column column) {
        String name = SqlText.identifier(column.name());
        return switch (column.type()) {
            case DATE -> "strftime(" + name + ", '%Y-%m-%d')";
            case MONTH -> "strftime(" + name + ", '%Y-%m')";
            case TIME -> "strftime(" + name + ", '%Y-%m-%d %H:%M')";
            case MONEY -> "CAST(CAST(" + name + " AS DECIMAL(16,2)) AS VARCHAR)";
            case QUANTITY -> "rtrim(rtrim(CAST(CAST(" + name + " AS DECIMAL(16,6)) AS VARCHAR), '0'), '.')";
            case TEXT, INTEGER, CODE, CODES, BOOLEAN, ID_NO, USCC, REGION -> "CAST(" + name + " AS VARCHAR)";
        };
    }
}
