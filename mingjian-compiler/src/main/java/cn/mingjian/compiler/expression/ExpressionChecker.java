package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.expression.Expression.When;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives names and types to an expression and writes it in SQL. Conditions have three outcomes, as in SQL. Every mistake
 * is noted with its place; what an error leaves causes no further ones.
 */
public final class ExpressionChecker {

    private final YamlScalar text;
    private final Scope scope;
    private final Problems problems;

    ExpressionChecker(YamlScalar text, Scope scope, Problems problems) {
        this.text = text;
        this.scope = scope;
        this.problems = problems;
    }

    /** The value of a scalar's text in a scope. */
    public static Typed value(YamlScalar text, Scope scope, Problems problems) {
        return Parser.parse(text, problems)
                .map(expression -> new ExpressionChecker(text, scope, problems).check(expression))
                .orElse(Typed.ERROR);
    }

    /** The truth of a scalar's text in a scope. */
    public static Typed condition(YamlScalar text, Scope scope, Problems problems) {
        Typed condition = value(text, scope, problems);
        if (condition.type().form() != Form.BOOLEAN && !condition.type().isOpen()) {
            problems.error(
                    text.place(), "expression.condition", condition.type().word());
            return Typed.ERROR;
        }
        return condition;
    }

    Typed check(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal(literal);
        } else if (expression instanceof Expression.Name name) {
            return name(name);
        } else if (expression instanceof Expression.Parameter parameter) {
            return parameter(parameter);
        } else if (expression instanceof Expression.Call call) {
            return new Calls(this, scope).check(call);
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        } else if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        } else if (expression instanceof Expression.IsNull test) {
            Typed operand = check(test.operand());
            return Combined.of(
                    "(" + operand.sql() + " IS " + (test.negated() ? "NOT " : "") + "NULL)", Type.BOOLEAN, operand);
        } else if (expression instanceof Expression.In in) {
            return in(in);
        } else if (expression instanceof Expression.Between between) {
            return between(between);
        } else if (expression instanceof Expression.Like like) {
            return like(like);
        }
        return caseOf((Expression.Case) expression);
    }

    void error(int at, String code, Object... arguments) {
        problems.error(text.placeOf(at), code, arguments);
    }

    Typed failed(int at, String code, Object... arguments) {
        error(at, code, arguments);
        return Typed.ERROR;
    }

    /** The same checker in another scope. */
    ExpressionChecker in(Scope other) {
        return new ExpressionChecker(text, other, problems);
    }

    private Typed literal(Literal literal) {
        return switch (literal.form()) {
            case TEXT -> Typed.constant(Sql.text(literal.text()), Type.TEXT);
            case INTEGER ->
                literal.text().length() > 18
                        ? failed(literal.at(), "expression.bad-literal", literal.text(), "integer")
                        : Typed.constant("CAST(" + literal.text() + " AS BIGINT)", Type.INTEGER);
            case DECIMAL -> {
                int point = literal.text().indexOf('.');
                Type type =
                        Type.decimal(literal.text().length() - 1, literal.text().length() - point - 1);
                yield Typed.constant(Sql.cast("'" + literal.text() + "'", type), type);
            }
            case BOOLEAN -> Typed.truth(literal.text().equals("true"));
            case NULL -> Typed.constant("NULL", Type.NULL);
        };
    }

    private Typed name(Expression.Name name) {
        if (name.relation().isPresent()) {
            return qualified(name.relation().get(), name);
        }
        List<Visible> having = scope.having(name.name());
        if (having.isEmpty() && scope.isOpen()) {
            return Typed.ERROR;
        }
        if (having.isEmpty()) {
            String code = scope.relations().isEmpty() ? "expression.unquoted-text" : "expression.unknown-column";
            return failed(name.at(), code, name.name(), Nearest.advice(name.name(), scope.fieldNames()));
        }
        if (having.size() > 1) {
            String names = having.stream().map(Visible::name).collect(Collectors.joining(", "));
            return failed(name.at(), "expression.ambiguous-column", name.name(), names);
        }
        return read(having.get(0), name);
    }

    private Typed qualified(String relation, Expression.Name name) {
        Optional<Visible> visible = scope.relation(relation);
        if (visible.isEmpty()) {
            List<String> known = scope.relations().stream().map(Visible::name).toList();
            return failed(name.from(), "expression.unknown-relation", relation, Nearest.advice(relation, known));
        }
        if (visible.get().relation().field(name.name()).isEmpty()) {
            if (visible.get().relation().open()) {
                return Typed.ERROR;
            }
            String advice = Nearest.advice(
                    name.name(), visible.get().relation().fields().keySet());
            return failed(name.at(), "expression.unknown-column", name.name(), advice);
        }
        return read(visible.get(), name);
    }

    private Typed read(Visible visible, Expression.Name name) {
        boolean outside = scope.grouped()
                .filter(grouping -> !grouping.keys().contains(name.name()))
                .isPresent();
        if (outside) {
            return failed(name.at(), "expression.aggregate-missing", name.name());
        }
        Field field = visible.relation().field(name.name()).orElseThrow();
        return Scope.read(visible, field);
    }

    private Typed parameter(Expression.Parameter parameter) {
        Typed value = scope.surroundings().parameters().get(parameter.name());
        if (value == null) {
            TreeSet<String> known =
                    new TreeSet<>(scope.surroundings().parameters().keySet());
            return failed(
                    parameter.at(),
                    "expression.unknown-parameter",
                    parameter.name(),
                    Nearest.advice(parameter.name(), known));
        }
        return value;
    }

    private Typed unary(Expression.Unary unary) {
        Typed operand = check(unary.operand());
        if (unary.operator() == Operator.NOT) {
            condition(operand, unary.operand());
            return operand.constant().isPresent()
                    ? Typed.truth(!operand.constant().get())
                    : Combined.of("(NOT " + operand.sql() + ")", Type.BOOLEAN, operand);
        }
        if (!operand.type().isNumber() && !operand.type().isOpen()) {
            return failed(unary.at(), "expression.operand", "-", operand.type().word());
        }
        return Combined.of("(-" + operand.sql() + ")", operand.type(), operand);
    }

    private Typed binary(Expression.Binary binary) {
        Typed left = check(binary.left());
        return switch (binary.operator()) {
            case AND, OR -> logical(binary, left);
            case NOT -> throw new IllegalStateException("not is unary");
            case EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> {
                Typed right = check(binary.right());
                yield new Comparison(this)
                        .compare(binary.operator().sign(), left, binary.left(), right, binary.right(), binary.at());
            }
            case PLUS, MINUS, TIMES, DIVIDE -> Arithmetic.of(this, binary, left, check(binary.right()));
        };
    }

    /** A side whose truth needs no data decides alone: so {@code has(x) and ...} guards data that are not there. */
    private Typed logical(Expression.Binary binary, Typed left) {
        boolean decisive = binary.operator() == Operator.OR;
        condition(left, binary.left());
        Typed right = check(binary.right());
        condition(right, binary.right());
        for (Typed side : List.of(left, right)) {
            if (side.constant().isPresent() && side.constant().get() == decisive) {
                return Typed.truth(decisive);
            }
        }
        if (left.constant().isPresent()) {
            return right;
        }
        if (right.constant().isPresent()) {
            return left;
        }
        String sql = "(" + left.sql() + (decisive ? " OR " : " AND ") + right.sql() + ")";
        return Combined.of(sql, Type.BOOLEAN, left, right);
    }

    private void condition(Typed typed, Expression expression) {
        if (typed.type().form() != Form.BOOLEAN && !typed.type().isOpen()) {
            error(expression.at(), "expression.condition", typed.type().word());
        }
    }

    private Typed in(Expression.In in) {
        return new Comparison(this)
                .among(
                        check(in.operand()),
                        in,
                        in.options().stream().map(this::check).toList());
    }

    private Typed between(Expression.Between between) {
        Typed operand = check(between.operand());
        Comparison comparison = new Comparison(this);
        Typed low =
                comparison.compare(">=", operand, between.operand(), check(between.low()), between.low(), between.at());
        Typed high = comparison.compare(
                "<=", operand, between.operand(), check(between.high()), between.high(), between.at());
        String both = "(" + low.sql() + " AND " + high.sql() + ")";
        return Combined.of(between.negated() ? "(NOT " + both + ")" : both, Type.BOOLEAN, low, high);
    }

    private Typed like(Expression.Like like) {
        Typed operand = check(like.operand());
        Typed pattern = check(like.pattern());
        for (Typed side : List.of(operand, pattern)) {
            if (side.type().form() != Form.TEXT && !side.type().isOpen()) {
                return failed(
                        like.at(), "expression.operand", "like", side.type().word());
            }
        }
        String sql = "(" + operand.sql() + (like.negated() ? " NOT" : "") + " LIKE " + pattern.sql() + " ESCAPE '\\')";
        return Combined.of(sql, Type.BOOLEAN, operand, pattern);
    }

    private Typed caseOf(Expression.Case expression) {
        List<Typed> conditions = new ArrayList<>();
        List<Typed> values = new ArrayList<>();
        for (When when : expression.whens()) {
            Typed condition = check(when.condition());
            condition(condition, when.condition());
            conditions.add(condition);
            values.add(check(when.value()));
        }
        expression.otherwise().ifPresent(otherwise -> values.add(check(otherwise)));
        return Branches.of(conditions, values, Arithmetic.common(this, expression.at(), values));
    }
}
