package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;

/**
 * Exact division, rounded half up (away from zero), over 128-bit integers: engines divide decimals as floating numbers,
 * which breaks ties such as 1670 / 16.7 and 218 / 2.18. Division by zero is unknown.
 */
final class Division {

    private Division() {}

    static String sql(Typed left, Typed right, Type result) {
        int shift = result.scale() + right.type().scale() - left.type().scale();
        String dividend = whole(left) + (shift > 0 ? " * " + power(shift) : "");
        String divisor = whole(right) + (shift < 0 ? " * " + power(-shift) : "");
        String rounded = "((2 * abs(" + dividend + ") + abs(" + divisor + ")) // (2 * abs(" + divisor + ")))";
        String signed = rounded + " * sign(" + dividend + ") * sign(" + divisor + ")";
        Type unscaled = Type.decimal(Type.MAX_PRECISION - result.scale(), 0);
        String scaled = "(" + Sql.cast(signed, unscaled) + " * " + unit(result.scale()) + ")";
        return "CASE WHEN " + right.sql() + " <> 0 THEN " + Sql.cast(scaled, result) + " END";
    }

    /** The number without its point, as HUGEINT. */
    private static String whole(Typed number) {
        int scale = number.type().scale();
        if (scale == 0) {
            return "CAST(" + number.sql() + " AS HUGEINT)";
        }
        String shifted = Sql.cast(number.sql(), Type.decimal(Type.MAX_PRECISION - 1 - scale, scale)) + " * "
                + Sql.cast("1" + "0".repeat(scale), Type.decimal(scale + 1, 0));
        return "CAST(" + shifted + " AS HUGEINT)";
    }

    private static String power(int exponent) {
        return "CAST(1" + "0".repeat(exponent) + " AS HUGEINT)";
    }

    private static String unit(int scale) {
        return scale == 0
                ? "CAST(1 AS DECIMAL(1,0))"
                : "CAST('0." + "0".repeat(scale - 1) + "1' AS DECIMAL(" + scale + "," + scale + "))";
    }
}
