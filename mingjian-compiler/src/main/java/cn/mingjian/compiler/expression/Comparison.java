package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.model.problem.Nearest;
import java.util.Optional;

/** Compares values of one family; a text literal beside a typed value is read as that type. */
final class Comparison {

    private final ExpressionChecker checker;

    Comparison(ExpressionChecker checker) {
        this.checker = checker;
    }

    Typed compare(String sign, Typed left, Expression leftText, Typed right, Expression rightText, int at) {
        boolean literalFirst = isText(leftText) && !isText(rightText);
        Typed typed = literalFirst ? alike(left, leftText, right, at) : left;
        Typed second = alike(right, rightText, typed, at);
        Typed first = alike(typed, leftText, second, at);
        return Combined.of("(" + first.sql() + " " + sign + " " + second.sql() + ")", Type.BOOLEAN, first, second);
    }

    private static boolean isText(Expression text) {
        return text instanceof Literal literal && literal.form() == Literal.Form.TEXT;
    }

    /** The value, fit to be compared with another. */
    Typed alike(Typed value, Expression text, Typed other, int at) {
        if (value.type().isOpen() || other.type().isOpen()) {
            return value;
        }
        if (text instanceof Literal literal && literal.form() == Literal.Form.TEXT) {
            return literal(literal, other.type());
        }
        if (sameFamily(value.type(), other.type())) {
            return value;
        }
        boolean dayAndTime = isDay(value.type()) && isDay(other.type());
        return checker.failed(
                at,
                dayAndTime ? "expression.compare-date-time" : "expression.compare",
                other.type().word(),
                value.type().word());
    }

    private Typed literal(Literal literal, Type type) {
        Optional<String> sql = Literals.sql(literal.text(), type);
        if (sql.isPresent()) {
            return Typed.constant(sql.get(), type);
        }
        return type.codes().isEmpty()
                ? checker.failed(literal.at(), "expression.bad-literal", literal.text(), type.word())
                : checker.failed(
                        literal.at(),
                        "expression.unknown-code",
                        literal.text(),
                        Nearest.advice(literal.text(), type.codes().keySet()));
    }

    private static boolean sameFamily(Type left, Type right) {
        return left.form() == right.form() && left.form() != Form.TEXT_LIST || isNumeric(left) && isNumeric(right);
    }

    private static boolean isNumeric(Type type) {
        return type.isNumber() || type.form() == Form.DOUBLE;
    }

    private static boolean isDay(Type type) {
        return type.form() == Form.DATE || type.form() == Form.TIME || type.form() == Form.MONTH;
    }
}
