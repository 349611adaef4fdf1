package cn.mingjian.compiler.query;

import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.query.QueryValidation.Refused;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.functions.DomainFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlBetweenOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a validated query so that the engine computes what the language means: exact products, domain functions under
 * their engine names, BETWEEN as two comparisons. Refuses comparisons between families of types and frames that count rows.
 */
final class QueryRewriter extends SqlShuttle {

    private final SqlValidator validator;
    private final FunctionCatalogue functions;
    private boolean matching;
    private boolean inSum;

    QueryRewriter(SqlValidator validator, FunctionCatalogue functions) {
        this.validator = validator;
        this.functions = functions;
    }

    SqlNode rewrite(SqlNode query) {
        SqlNode rewritten = query.accept(this);
        return rewritten == null ? query : rewritten;
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        if (call instanceof SqlWindow window && window.isRows()) {
            throw new Refused(call, "query.order");
        }
        if (call instanceof SqlJoin join) {
            return join(join);
        }
        if (!inSum && WideNumbers.isIntegerSum(call, type(call))) {
            return sum(call);
        }
        if (call.getOperator() instanceof SqlBetweenOperator between) {
            return between(call, between.isNegated());
        }
        if (SqlKind.COMPARISON.contains(call.getKind())
                || call.getKind() == SqlKind.IN
                || call.getKind() == SqlKind.NOT_IN) {
            call.getOperandList().forEach(operand -> compared(call, call.operand(0), operand));
            return comparison(call);
        }
        if (call.getKind() == SqlKind.TIMES) {
            return product(call);
        }
        Optional<DomainFunction> function = domain(call);
        SqlNode inner = super.visit(call);
        return function.isPresent() && inner instanceof SqlCall written
                ? engine(function.get()).createCall(call.getParserPosition(), written.getOperandList())
                : inner;
    }

    /** Rows are matched with the comparison itself: it finds them fast, and no build of the engine errs there. */
    private SqlNode join(SqlJoin join) {
        boolean around = matching;
        matching = false;
        SqlJoin written = (SqlJoin) join.clone(join.getParserPosition());
        written.setLeft(rewrite(join.getLeft()));
        written.setRight(rewrite(join.getRight()));
        if (join.getCondition() != null) {
            matching = true;
            written.setOperand(join.getOperandList().indexOf(join.getCondition()), rewrite(join.getCondition()));
        }
        matching = around;
        return written;
    }

    private SqlNode sum(SqlCall call) {
        inSum = true;
        SqlNode sum = rewrite(call);
        inSum = false;
        return WideNumbers.narrow(sum);
    }

    private @Nullable SqlNode comparison(SqlCall call) {
        if (!(call.operand(1) instanceof SqlNodeList list)) {
            return call.operandCount() == 2 && meet(call.operand(0), call.operand(1))
                    ? compare(call.getOperator(), call, call.operand(1))
                    : super.visit(call);
        }
        if (list.stream().noneMatch(option -> option != null && meet(call.operand(0), option))) {
            return super.visit(call);
        }
        SqlParserPos at = call.getParserPosition();
        SqlNode among = list.stream()
                .map(option -> compare(SqlStdOperatorTable.EQUALS, call, Objects.requireNonNull(option)))
                .reduce((one, other) -> SqlStdOperatorTable.OR.createCall(at, one, other))
                .orElseThrow();
        return call.getKind() == SqlKind.NOT_IN ? SqlStdOperatorTable.NOT.createCall(at, among) : among;
    }

    /** The first operand of a call compared with another value. */
    private SqlNode compare(SqlOperator operator, SqlCall call, SqlNode other) {
        SqlNode value = call.operand(0);
        return WideNumbers.compare(
                operator, call.getParserPosition(), List.of(rewrite(value), rewrite(other)), meet(value, other));
    }

    private boolean meet(SqlNode left, SqlNode right) {
        return !matching
                && !(left instanceof SqlLiteral)
                && !(right instanceof SqlLiteral)
                && WideNumbers.meet(type(left), type(right));
    }

    private void compared(SqlCall call, SqlNode left, @Nullable SqlNode right) {
        if (right instanceof SqlNodeList list) {
            list.forEach(item -> compared(call, left, item));
            return;
        }
        RelDataType one = type(left);
        RelDataType two = right == null ? null : type(right);
        if (one != null && two != null && !two.isStruct() && !SqlTypes.alike(one, two)) {
            throw new Refused(call, "expression.compare", one.getSqlTypeName(), two.getSqlTypeName());
        }
    }

    private @Nullable RelDataType type(SqlNode node) {
        return validator.getValidatedNodeTypeIfKnown(node);
    }

    private SqlNode between(SqlCall call, boolean negated) {
        compared(call, call.operand(0), call.operand(1));
        compared(call, call.operand(0), call.operand(2));
        SqlParserPos at = call.getParserPosition();
        SqlNode low = compare(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, call, call.operand(1));
        SqlNode high = compare(SqlStdOperatorTable.LESS_THAN_OR_EQUAL, call, call.operand(2));
        SqlNode both = SqlStdOperatorTable.AND.createCall(at, low, high);
        return negated ? SqlStdOperatorTable.NOT.createCall(at, both) : both;
    }

    /** From operands of 18 digits at most the engine makes a product of 18: the left one is written wider. */
    private SqlNode product(SqlCall call) {
        RelDataType left = type(call.operand(0));
        SqlNode one = rewrite(call.operand(0));
        SqlNode two = rewrite(call.operand(1));
        if (left != null && left.getSqlTypeName() == SqlTypeName.DECIMAL && left.getPrecision() < WideNumbers.WIDE) {
            one = WideNumbers.widen(one, left.getScale());
        }
        return SqlStdOperatorTable.MULTIPLY.createCall(call.getParserPosition(), one, two);
    }

    private Optional<DomainFunction> domain(SqlCall call) {
        String name = call.getOperator().getName().toLowerCase(Locale.ROOT);
        if (!(call.getOperator() instanceof SqlFunction)
                || !functions.domainNames().contains(name)) {
            return Optional.empty();
        }
        List<Type> arguments = new ArrayList<>();
        for (SqlNode operand : call.getOperandList()) {
            arguments.add(
                    Optional.ofNullable(type(operand)).flatMap(SqlTypes::of).orElse(Type.NULL));
        }
        return functions.find(name, arguments);
    }

    private static SqlFunction engine(DomainFunction function) {
        return new SqlFunction(
                function.engineName(),
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.ARG0,
                null,
                OperandTypes.VARIADIC,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
    }
}
