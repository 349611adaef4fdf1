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
            case DATE -> "CAST(CAST(" + name + " AS DATE) AS VARCHAR)";
            case MONTH -> "strftime(" + name + ", '%Y-%m')";
            case TIME -> "strftime(" + name + ", '%Y-%m-%d %H:%M')";
            case MONEY -> "CAST(CAST(" + name + " AS DECIMAL(16,2)) AS VARCHAR)";
            case QUANTITY -> "rtrim(rtrim(CAST(CAST(" + name + " AS DECIMAL(16,6)) AS VARCHAR), '0'), '.')";
            case TEXT, INTEGER, CODE, CODES, BOOLEAN, ID_NO, USCC, REGION -> "CAST(" + name + " AS VARCHAR)";
        };
    }

    /** The SQL expression of the cell's value in the type in which the platform stores it. */
    static String typed(Column column, Set<String> given) {
        String value = given.contains(column.name())
                ? SqlText.identifier(column.name())
                : column.lawful().map(SqlText::literal).orElse("NULL");
        return switch (column.type()) {
            case DATE, MONTH -> "CAST(" + value + " AS DATE)";
            case TIME -> "CAST(" + value + " AS TIMESTAMP)";
            case MONEY -> "CAST(" + value + " AS DECIMAL(16,2))";
            case QUANTITY -> "CAST(" + value + " AS DECIMAL(16,6))";
            case INTEGER -> "CAST(" + value + " AS BIGINT)";
            case BOOLEAN -> "CAST(" + value + " AS BOOLEAN)";
            case CODES -> "string_split(CAST(" + value + " AS VARCHAR), ';')";
            case TEXT, CODE, ID_NO, USCC, REGION -> "CAST(" + value + " AS VARCHAR)";
        };
    }
}
