package cn.mingjian.intake.store;

import static cn.mingjian.duckdb.SqlText.identifier;

import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.model.contract.ColumnType;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBLogicalType;

/**
 * How the values of a column type get into the engine and how they are stored.
 *
 * @param carrier what the engine is handed
 * @param sqlType type of the stored column
 * @param scale decimals of a decimal
 */
record Stored(Carrier carrier, String sqlType, int scale) {

    /** What the engine is handed. */
    enum Carrier {
        TEXT,
        NUMBER
    }

    static Stored of(ColumnType type) {
        return switch (type) {
            case TEXT, CODE, ID_NO, USCC, REGION -> new Stored(Carrier.TEXT, "VARCHAR", 0);
            case CODES -> new Stored(Carrier.TEXT, "VARCHAR[]", 0);
            case INTEGER -> new Stored(Carrier.NUMBER, "BIGINT", 0);
            case MONEY, QUANTITY -> new Stored(Carrier.NUMBER, "DECIMAL(16," + type.scale() + ")", type.scale());
            case DATE, MONTH -> new Stored(Carrier.NUMBER, "DATE", 0);
            case TIME -> new Stored(Carrier.NUMBER, "TIMESTAMP", 0);
            case BOOLEAN -> new Stored(Carrier.NUMBER, "BOOLEAN", 0);
        };
    }

    /** The type that the engine is handed. */
    DuckDBLogicalType handed() throws SQLException {
        return switch (carrier) {
            case TEXT -> DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
            case NUMBER -> DuckDBLogicalType.of(DuckDBColumnType.BIGINT);
        };
    }

    /** From what was handed over to the stored value. */
    String expression(String column) {
        String name = identifier(column);
        return switch (sqlType) {
            case "VARCHAR[]" -> "string_split(" + name + ", chr(" + (int) Cleaners.BETWEEN.charAt(0) + "))";
            case "DATE" -> "CAST(DATE '1970-01-01' + CAST(" + name + " AS INTEGER) AS DATE)";
            case "TIMESTAMP" -> "make_timestamp(" + name + ")";
            case "BOOLEAN" -> "(" + name + " = 1)";
            case "VARCHAR", "BIGINT" -> name;
            default ->
                "CAST(CAST(" + name + " AS DECIMAL(16, 0)) * CAST(" + unit() + " AS DECIMAL(" + scale + ", " + scale
                        + ")) AS " + sqlType + ")";
        };
    }

    /** What one of the numbers handed over is worth. */
    private String unit() {
        return BigDecimal.ONE.movePointLeft(scale).toPlainString();
    }
}
