package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Expression.Literal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression back as text that the parser reads as the same tree: every operation stands in brackets. */
final class ExpressionText {

    private ExpressionText() {}

    static String of(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.form() == Literal.Form.TEXT ? "'" + literal.text().replace("'", "''") + "'" : literal.text();
        }
        if (expression instanceof Expression.Name name) {
            return name.relation().map(relation -> relation + ".").orElse("") + name.name();
        }
        if (expression instanceof Expression.Parameter parameter) {
            return ":" + parameter.name();
        }
        if (expression instanceof Expression.Call call) {
            return call.function() + "(" + (call.star() ? "*" : "") + (call.distinct() ? "distinct " : "")
                    + list(call.arguments()) + ")";
        }
        return "(" + operation(expression) + ")";
    }

    /** The same without brackets around the whole, for readers. */
    static String shown(Expression expression) {
        String text = of(expression);
        return operates(expression) ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean operates(Expression expression) {
        return !(expression instanceof Literal
                || expression instanceof Expression.Name
                || expression instanceof Expression.Parameter
                || expression instanceof Expression.Call);
    }

    private static String operation(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            return unary.operator().sign() + " " + of(unary.operand());
        }
        if (expression instanceof Expression.Binary binary) {
            return of(binary.left()) + " " + binary.operator().sign() + " " + of(binary.right());
        }
        if (expression instanceof Expression.IsNull test) {
            return of(test.operand()) + (test.negated() ? " is not null" : " is null");
        }
        if (expression instanceof Expression.In in) {
            return of(in.operand()) + not(in.negated()) + " in (" + list(in.options()) + ")";
        }
        if (expression instanceof Expression.Between between) {
            return of(between.operand()) + not(between.negated()) + " between " + of(between.low()) + " and "
                    + of(between.high());
        }
        if (expression instanceof Expression.Like like) {
            return of(like.operand()) + not(like.negated()) + " like " + of(like.pattern());
        }
        return caseOf((Expression.Case) expression);
    }

    private static String caseOf(Expression.Case choice) {
        StringBuilder text = new StringBuilder("case");
        for (Expression.When when : choice.whens()) {
            text.append(" when ").append(of(when.condition()));
            text.append(" then ").append(of(when.value()));
        }
        choice.otherwise().ifPresent(other -> text.append(" else ").append(of(other)));
        return text.append(" end").toString();
    }

    private static String not(boolean negated) {
        return negated ? " not" : "";
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }
}
