package cn.mingjian.compiler.query;

import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.util.SqlOperatorTables;

/** The functions that queries may call: a few of SQL's own and the domain functions. */
final class SqlFunctions {

    /** SQL's own functions; everything else that the parser knows is refused. */
    static final Set<String> OWN = Set.of(
            "ABS",
            "CAST",
            "CHAR_LENGTH",
            "COALESCE",
            "COUNT",
            "DENSE_RANK",
            "EXTRACT",
            "LOWER",
            "MAX",
            "MIN",
            "NULLIF",
            "RANK",
            "SUBSTRING",
            "SUM",
            "UPPER");

    private SqlFunctions() {}

    static SqlOperatorTable table(FunctionCatalogue catalogue, RelDataTypeFactory types) {
        List<SqlOperator> operators = new ArrayList<>();
        for (List<DomainFunction> overloads : catalogue.domainFunctions()) {
            if (overloads.stream().allMatch(SqlFunctions::fits)) {
                operators.add(function(overloads, types));
            }
        }
        return SqlOperatorTables.chain(SqlStdOperatorTable.instance(), SqlOperatorTables.of(operators));
    }

    private static boolean fits(DomainFunction function) {
        return function.result() != Kind.DOUBLE
                && function.result() != Kind.TEXT_LIST
                && function.parameters().stream().noneMatch(kind -> kind == Kind.DOUBLE || kind == Kind.TEXT_LIST);
    }

    private static SqlFunction function(List<DomainFunction> overloads, RelDataTypeFactory types) {
        DomainFunction first = overloads.get(0);
        SqlOperandTypeChecker[] checkers = overloads.stream()
                .map(one -> OperandTypes.family(
                        one.parameters().stream().map(SqlFunctions::family).toList()))
                .toArray(SqlOperandTypeChecker[]::new);
        return new SqlFunction(
                first.name().toUpperCase(Locale.ROOT),
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(SqlTypes.of(Type.of(first.result()), types).orElseThrow()),
                null,
                checkers.length == 1 ? checkers[0] : OperandTypes.or(checkers),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }

    private static SqlTypeFamily family(Kind kind) {
        return switch (kind) {
            case TEXT -> SqlTypeFamily.CHARACTER;
            case INTEGER -> SqlTypeFamily.INTEGER;
            case DECIMAL -> SqlTypeFamily.NUMERIC;
            case DATE, MONTH -> SqlTypeFamily.DATE;
            case TIME -> SqlTypeFamily.TIMESTAMP;
            case BOOLEAN -> SqlTypeFamily.BOOLEAN;
            case DOUBLE, TEXT_LIST -> SqlTypeFamily.ANY;
        };
    }
}
