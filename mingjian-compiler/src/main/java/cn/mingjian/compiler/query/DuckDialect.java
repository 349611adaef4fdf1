package cn.mingjian.compiler.query;

import org.apache.calcite.sql.SqlDialect;
import org.apache.calcite.sql.dialect.AnsiSqlDialect;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Prints a checked syntax tree for DuckDB: every name quoted, texts as they are. */
final class DuckDialect extends AnsiSqlDialect {

    static final DuckDialect INSTANCE = new DuckDialect();

    private DuckDialect() {
        super(AnsiSqlDialect.DEFAULT_CONTEXT
                .withDatabaseProduct(SqlDialect.DatabaseProduct.UNKNOWN)
                .withIdentifierQuoteString("\""));
    }

    @Override
    public void quoteStringLiteral(StringBuilder text, @Nullable String charsetName, String value) {
        text.append('\'').append(value.replace("'", "''")).append('\'');
    }

    @Override
    public boolean supportsCharSet() {
        return false;
    }
}
