package cn.mingjian.compiler.review;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Expression.Literal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes an expression in one form, however its author spaced it, so that equal ones can be told. */
final class Written {

    private final Function<Expression.Name, String> names;

    private Written(Function<Expression.Name, String> names) {
        this.names = names;
    }

    /** @param names what stands in place of a name */
    static String of(Expression expression, Function<Expression.Name, String> names) {
        return new Written(names).text(expression);
    }

    private String text(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.form() == Literal.Form.TEXT ? "'" + literal.text() + "'" : literal.text();
        } else if (expression instanceof Expression.Name name) {
            return names.apply(name);
        } else if (expression instanceof Expression.Parameter parameter) {
            return ":" + parameter.name();
        } else if (expression instanceof Expression.Call call) {
            String arguments = call.star() ? "*" : list(call.arguments());
            return call.function() + (call.distinct() ? "(distinct " : "(") + arguments + ")";
        } else if (expression instanceof Expression.Unary unary) {
            return "(" + unary.operator().sign() + " " + text(unary.operand()) + ")";
        } else if (expression instanceof Expression.Binary binary) {
            return "(" + text(binary.left()) + " " + binary.operator().sign() + " " + text(binary.right()) + ")";
        } else if (expression instanceof Expression.IsNull test) {
            return "(" + text(test.operand()) + not(test.negated()) + " is null)";
        } else if (expression instanceof Expression.In in) {
            return "(" + text(in.operand()) + not(in.negated()) + " in (" + list(in.options()) + "))";
        } else if (expression instanceof Expression.Between between) {
            return "(" + text(between.operand()) + not(between.negated()) + " between " + text(between.low()) + " and "
                    + text(between.high()) + ")";
        } else if (expression instanceof Expression.Like like) {
            return "(" + text(like.operand()) + not(like.negated()) + " like " + text(like.pattern()) + ")";
        }
        return caseOf((Expression.Case) expression);
    }

    private String caseOf(Expression.Case expression) {
        String whens = expression.whens().stream()
                .map(when -> " when " + text(when.condition()) + " then " + text(when.value()))
                .collect(Collectors.joining());
        Optional<Expression> otherwise = expression.otherwise();
        return "(case" + whens + otherwise.map(last -> " else " + text(last)).orElse("") + " end)";
    }

    private String list(List<Expression> expressions) {
        return expressions.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private static String not(boolean negated) {
        return negated ? " not" : "";
    }
}
