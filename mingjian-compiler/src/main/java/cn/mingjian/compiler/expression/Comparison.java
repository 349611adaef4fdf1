package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.model.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares values of one family; a text literal beside a typed value is read as that type. */
final class Comparison {

    private static final int NARROW = 18;

    private final ExpressionChecker checker;

    Comparison(ExpressionChecker checker) {
        this.checker = checker;
    }

    Typed compare(String sign, Typed left, Expression leftText, Typed right, Expression rightText, int at) {
        boolean literalFirst = isText(leftText) && !isText(rightText);
        Typed typed = literalFirst ? alike(left, leftText, right, at) : left;
        Typed second = alike(right, rightText, typed, at);
        Typed first = alike(typed, leftText, second, at);
        return Combined.of(sql(sign, first, leftText, second, rightText), Type.BOOLEAN, first, second);
    }

    private static String sql(String sign, Typed left, Expression leftText, Typed right, Expression rightText) {
        return byDifference(left, leftText, right, rightText)
                ? "((" + left.sql() + " - " + right.sql() + ") " + sign + " 0)"
                : "(" + left.sql() + " " + sign + " " + right.sql() + ")";
    }

    /** Whether the engine would compare two values of a row in 128 bits, which not each build of it does right: decision 0028. */
    private static boolean byDifference(Typed left, Expression leftText, Typed right, Expression rightText) {
        return !constant(leftText)
                && !constant(rightText)
                && left.type().isNumber()
                && right.type().isNumber()
                && (left.type().form() == Form.DECIMAL || right.type().form() == Form.DECIMAL)
                && Arithmetic.widest(left.type(), right.type()).precision() > NARROW;
    }

    private static boolean constant(Expression text) {
        return text instanceof Literal || text instanceof Expression.Parameter;
    }

    private static boolean isText(Expression text) {
        return text instanceof Literal literal && literal.form() == Literal.Form.TEXT;
    }

    /** Whether a value is one of several. */
    Typed among(Typed value, Expression.In in, List<Typed> options) {
        List<Typed> fit = new ArrayList<>(List.of(value));
        List<String> one = new ArrayList<>();
        boolean apart = false;
        for (int i = 0; i < options.size(); i++) {
            Expression text = in.options().get(i);
            Typed option = alike(options.get(i), text, value, in.at());
            apart |= byDifference(value, in.operand(), option, text);
            one.add(sql("=", value, in.operand(), option, text));
            fit.add(option);
        }
        String list = fit.stream().skip(1).map(Typed::sql).collect(Collectors.joining(", "));
        String sql = apart
                ? (in.negated() ? "(NOT (" : "((") + String.join(" OR ", one) + "))"
                : "(" + value.sql() + (in.negated() ? " NOT" : "") + " IN (" + list + "))";
        return Combined.of(sql, Type.BOOLEAN, fit.toArray(Typed[]::new));
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
