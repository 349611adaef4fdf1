package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import java.util.List;

/** Exact arithmetic: every result has the digits it needs, and operands are cast wide before they are multiplied. */
final class Arithmetic {

    private static final int INTEGER_DIGITS = 19;

    private Arithmetic() {}

    static Typed of(ExpressionChecker checker, Expression.Binary binary, Typed left, Typed right) {
        if (left.type().isOpen() || right.type().isOpen()) {
            return Combined.of("NULL", left.type().form() == Form.ERROR ? left.type() : right.type(), left, right);
        }
        for (Typed side : List.of(left, right)) {
            if (!side.type().isNumber()) {
                return checker.failed(
                        binary.at(),
                        "expression.operand",
                        binary.operator().sign(),
                        side.type().word());
            }
        }
        if (binary.operator() == Operator.DIVIDE) {
            return checker.failed(binary.at(), "expression.divide");
        }
        Type type = binary.operator() == Operator.TIMES
                ? product(left.type(), right.type())
                : sum(left.type(), right.type());
        if (type.precision() > Type.MAX_PRECISION || type.scale() > 20) {
            return checker.failed(binary.at(), "expression.too-wide");
        }
        String sign = binary.operator().sign();
        String sql = binary.operator() == Operator.TIMES
                ? "(" + wide(left) + " " + sign + " " + wide(right) + ")"
                : "(" + as(left, type) + " " + sign + " " + as(right, type) + ")";
        return Combined.of(Sql.cast(sql, type), type, left, right);
    }

    private static Type sum(Type left, Type right) {
        if (left.form() == Form.INTEGER && right.form() == Form.INTEGER) {
            return Type.INTEGER;
        }
        int scale = Math.max(left.scale(), right.scale());
        int before = Math.max(left.digitsBefore(), right.digitsBefore());
        return Type.decimal(Math.min(Type.MAX_PRECISION, before + scale + 1), scale);
    }

    private static Type product(Type left, Type right) {
        if (left.form() == Form.INTEGER && right.form() == Form.INTEGER) {
            return Type.INTEGER;
        }
        int scale = left.scale() + right.scale();
        int before = left.digitsBefore() + right.digitsBefore();
        return Type.decimal(Math.min(Type.MAX_PRECISION, before + scale), scale);
    }

    /** Cast so that DuckDB multiplies in 128 bits: from operands of 18 digits at most it makes a product of 18. */
    private static String wide(Typed operand) {
        Type type = operand.type();
        return Sql.cast(operand.sql(), Type.decimal(Math.max(INTEGER_DIGITS, type.precision()), type.scale()));
    }

    /** The type that several values share; noted when there is none. */
    static Type common(ExpressionChecker checker, int at, List<Typed> values) {
        Type common = Type.NULL;
        for (Typed value : values) {
            Type type = value.type();
            if (type.form() == Form.ERROR) {
                return Type.ERROR;
            }
            if (common.form() == Form.NULL) {
                common = type;
            } else if (common.isNumber() && type.isNumber()) {
                common = common.form() == Form.INTEGER && type.form() == Form.INTEGER ? common : widest(common, type);
            } else if (type.form() != Form.NULL && type.form() != common.form()) {
                checker.error(at, "expression.branches", common.word(), type.word());
                return Type.ERROR;
            } else if (type.form() != Form.NULL && !type.equals(common)) {
                common = Type.of(cn.mingjian.functions.Kind.valueOf(type.form().name()));
            }
        }
        return common;
    }

    /** The narrowest decimal that holds both. */
    static Type widest(Type left, Type right) {
        int scale = Math.max(left.scale(), right.scale());
        int before = Math.max(left.digitsBefore(), right.digitsBefore());
        return Type.decimal(Math.min(Type.MAX_PRECISION, before + scale), scale);
    }

    /** A value in the SQL of a type. */
    static String as(Typed value, Type type) {
        boolean fits = value.type().form() == type.form()
                && value.type().precision() == type.precision()
                && value.type().scale() == type.scale();
        return fits || type.isOpen() ? value.sql() : Sql.cast(value.sql(), type);
    }
}
