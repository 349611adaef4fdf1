package cn.mingjian.compiler.query;

import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that the engine holds in 128 bits. Not each build of it compares two of them rightly within a row, so their
 * difference is compared with nought; a sum of integers is brought back to 64 bits (decision 0028).
 */
final class WideNumbers {

    /** From so many digits on. */
    static final int WIDE = 19;

    private static final Set<SqlKind> AGGREGATES = Set.of(SqlKind.SUM, SqlKind.OVER, SqlKind.FILTER);

    private WideNumbers() {}

    /** Two values compared; as their difference, where that is needed. */
    static SqlCall compare(SqlOperator operator, SqlParserPos at, List<SqlNode> values, boolean byDifference) {
        if (!byDifference) {
            return operator.createCall(at, values);
        }
        SqlNode difference = SqlStdOperatorTable.MINUS.createCall(at, values);
        return operator.createCall(at, difference, SqlLiteral.createExactNumeric("0", at));
    }

    /** Whether two values of these types are compared in 128 bits. */
    static boolean meet(@Nullable RelDataType left, @Nullable RelDataType right) {
        if (left == null || right == null || !number(left) || !number(right)) {
            return false;
        }
        boolean decimal = left.getSqlTypeName() == SqlTypeName.DECIMAL || right.getSqlTypeName() == SqlTypeName.DECIMAL;
        int scale = Math.max(left.getScale(), right.getScale());
        int before = Math.max(left.getPrecision() - left.getScale(), right.getPrecision() - right.getScale());
        return decimal && before + scale >= WIDE;
    }

    private static boolean number(RelDataType type) {
        return SqlTypeName.EXACT_TYPES.contains(type.getSqlTypeName());
    }

    /** Whether this is a sum of integers, with its window and filter. */
    static boolean isIntegerSum(SqlCall call, @Nullable RelDataType type) {
        SqlNode inner = call;
        while (inner instanceof SqlBasicCall outer
                && outer.getKind() != SqlKind.SUM
                && AGGREGATES.contains(outer.getKind())) {
            inner = outer.operand(0);
        }
        return inner.getKind() == SqlKind.SUM && type != null && SqlTypeName.INT_TYPES.contains(type.getSqlTypeName());
    }

    /** The value as an integer of 64 bits. */
    static SqlNode narrow(SqlNode value) {
        return cast(value, new SqlBasicTypeNameSpec(SqlTypeName.BIGINT, SqlParserPos.ZERO));
    }

    /** The value as a decimal so wide that the engine makes a product of 128 bits of it. */
    static SqlNode widen(SqlNode value, int scale) {
        return cast(value, new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, WIDE, scale, SqlParserPos.ZERO));
    }

    private static SqlNode cast(SqlNode value, SqlBasicTypeNameSpec type) {
        return SqlStdOperatorTable.CAST.createCall(
                value.getParserPosition(), value, new SqlDataTypeSpec(type, SqlParserPos.ZERO));
    }
}
