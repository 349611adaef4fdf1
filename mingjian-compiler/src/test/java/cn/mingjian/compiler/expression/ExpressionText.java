package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions as they stand in a file, and their trees written with every bracket. */
final class ExpressionText {

    private ExpressionText() {}

    /** The value of the key {@code x} of a YAML text. */
    static YamlScalar scalar(String yaml) {
        Problems problems = new Problems();
        YamlMap map = YamlFile.parse(yaml, "text", problems).orElseThrow();
        problems.throwIfErrors();
        return map.scalar("x").orElseThrow();
    }

    /** An expression as a plain scalar would hold it. */
    static YamlScalar plain(String expression) {
        return scalar("x: |\n  " + expression.replace("\n", "\n  ") + "\n");
    }

    /** A text that need not be possible in a file. */
    static YamlScalar raw(String text) {
        YamlScalar any = scalar("x: any");
        return new YamlScalar(text, true, any.place(), any.places());
    }

    /** The tree of an expression; the code of the mistake where it has none. */
    static String tree(String expression) {
        Problems problems = new Problems();
        return Parser.parse(plain(expression), problems)
                .map(ExpressionText::write)
                .orElseGet(() -> problems.list().get(0).code());
    }

    /** {@code line:column code} of what is wrong with the key {@code x} of a YAML text. */
    static List<String> mistakes(String yaml) {
        Problems problems = new Problems();
        Parser.parse(scalar(yaml), problems);
        return problems.list().stream().map(ExpressionText::place).toList();
    }

    static String place(Problem problem) {
        return problem.place().line() + ":" + problem.place().column() + " " + problem.code();
    }

    private static String write(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.form() == Literal.Form.TEXT ? "'" + literal.text() + "'" : literal.text();
        } else if (expression instanceof Expression.Name name) {
            return name.relation().map(relation -> relation + ".").orElse("") + name.name();
        } else if (expression instanceof Expression.Parameter parameter) {
            return ":" + parameter.name();
        } else if (expression instanceof Expression.Call call) {
            String arguments = call.star() ? "*" : list(call.arguments());
            return call.function() + "(" + (call.distinct() ? "distinct " : "") + arguments + ")";
        } else if (expression instanceof Expression.Unary unary) {
            return "(" + unary.operator().sign() + " " + write(unary.operand()) + ")";
        } else if (expression instanceof Expression.Binary binary) {
            return "(" + write(binary.left()) + " " + binary.operator().sign() + " " + write(binary.right()) + ")";
        } else if (expression instanceof Expression.IsNull test) {
            return "(" + write(test.operand()) + (test.negated() ? " is not null" : " is null") + ")";
        } else if (expression instanceof Expression.In in) {
            return "(" + write(in.operand()) + not(in.negated()) + " in " + list(in.options()) + ")";
        } else if (expression instanceof Expression.Between between) {
            return "(" + write(between.operand()) + not(between.negated()) + " between " + write(between.low()) + ".."
                    + write(between.high()) + ")";
        } else if (expression instanceof Expression.Like like) {
            return "(" + write(like.operand()) + not(like.negated()) + " like " + write(like.pattern()) + ")";
        }
        Expression.Case choice = (Expression.Case) expression;
        String whens = choice.whens().stream()
                .map(when -> write(when.condition()) + " -> " + write(when.value()))
                .collect(Collectors.joining("; "));
        return "[" + whens + choice.otherwise().map(last -> "; " + write(last)).orElse("") + "]";
    }

    private static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionText::write).collect(Collectors.joining(", "));
    }

    private static String not(boolean negated) {
        return negated ? " not" : "";
    }
}
