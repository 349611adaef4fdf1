package cn.mingjian.compiler.query;

import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.parser.SqlParserPos;

/** A table as the compiler writes it: a quoted name, or a sub-query that keeps the rows of one test case. */
final class WrittenTable extends SqlIdentifier {

    private static final long serialVersionUID = 1;

    private final String sql;

    WrittenTable(String sql, SqlParserPos position) {
        super("table", position);
        this.sql = sql;
    }

    @Override
    public void unparse(SqlWriter writer, int leftPrecedence, int rightPrecedence) {
        writer.print(sql);
        writer.setNeedWhitespace(true);
    }
}
