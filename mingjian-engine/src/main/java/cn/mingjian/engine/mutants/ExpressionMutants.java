package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.expression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All ways to change an expression in one place. */
final class ExpressionMutants {

    private static final Literal TRUE = new Literal(Literal.Form.BOOLEAN, "true", 0);
    private static final Map<Operator, Operator> EDGES = Map.of(
            Operator.LESS, Operator.AT_MOST,
            Operator.AT_MOST, Operator.LESS,
            Operator.GREATER, Operator.AT_LEAST,
            Operator.AT_LEAST, Operator.GREATER,
            Operator.EQUAL, Operator.UNEQUAL,
            Operator.UNEQUAL, Operator.EQUAL);
    private static final Map<String, String> SWAPS = Map.of(
            "min", "max",
            "max", "min",
            "min_by", "max_by",
            "max_by", "min_by",
            "bool_or", "bool_and",
            "bool_and", "bool_or",
            "greatest", "least",
            "least", "greatest");
    /** Functions whose last argument is a number of digits: one more changes nothing that is shown. */
    private static final Set<String> ROUNDING = Set.of("round", "divide");

    private final List<Variant> variants = new ArrayList<>();

    private ExpressionMutants() {}

    /** The variants of a value. */
    static List<Variant> ofValue(Expression value) {
        ExpressionMutants mutants = new ExpressionMutants();
        mutants.inside(value, "", UnaryOperator.identity());
        return mutants.variants;
    }

    /** The variants of a condition; it can be left out as a whole too, unless that leaves out several things at once. */
    static List<Variant> ofCondition(Expression condition) {
        ExpressionMutants mutants = new ExpressionMutants();
        if (!isBinary(condition, Operator.AND) && !condition.equals(TRUE)) {
            mutants.add("", Kind.DROPPED, TRUE, ExpressionText.shown(condition), "", start(condition));
        }
        mutants.inside(condition, "", UnaryOperator.identity());
        return mutants.variants;
    }

    /** Offset of the first character of an expression, where that is known. */
    static int start(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return Math.min(binary.at(), start(binary.left()));
        }
        if (expression instanceof Expression.IsNull test) {
            return start(test.operand());
        }
        if (expression instanceof Expression.In in) {
            return start(in.operand());
        }
        if (expression instanceof Expression.Between between) {
            return start(between.operand());
        }
        return expression instanceof Expression.Like like ? start(like.operand()) : expression.at();
    }

    private void add(String path, Kind kind, Expression whole, String before, String after, int at) {
        variants.add(new Variant(path, kind, whole, before, after, at));
    }

    /** The variants inside an expression; {@code rebuild} puts a changed one back into the whole. */
    private void inside(Expression e, String path, UnaryOperator<Expression> rebuild) {
        if (e instanceof Expression.Binary binary) {
            binary(binary, path, rebuild);
        } else if (e instanceof Expression.Unary unary) {
            unary(unary, path, rebuild);
        } else if (e instanceof Expression.IsNull test) {
            swap(e, path, test.negated(), rebuild, new Expression.IsNull(test.operand(), !test.negated(), e.at()));
            inside(
                    test.operand(),
                    below(path, 1),
                    to -> rebuild.apply(new Expression.IsNull(to, test.negated(), test.at())));
        } else if (e instanceof Expression.In in) {
            in(in, path, rebuild);
        } else if (e instanceof Expression.Between between) {
            between(between, path, rebuild);
        } else if (e instanceof Expression.Like like) {
            swap(
                    e,
                    path,
                    like.negated(),
                    rebuild,
                    new Expression.Like(like.operand(), like.pattern(), !like.negated(), like.at()));
        } else if (e instanceof Expression.Case choice) {
            new CaseMutants(this, choice, path, rebuild).add();
        } else if (e instanceof Expression.Call call) {
            call(call, path, rebuild);
        } else if (e instanceof Literal literal) {
            literal(literal, path, rebuild, 1, -1);
        }
    }

    void inside(Expression e, String path, int operand, UnaryOperator<Expression> rebuild) {
        inside(e, below(path, operand), rebuild);
    }

    void replaced(Expression from, String path, Kind kind, Expression to, UnaryOperator<Expression> rebuild) {
        add(path, kind, rebuild.apply(to), ExpressionText.shown(from), ExpressionText.shown(to), from.at());
    }

    void dropped(Expression part, String path, int operand, Expression whole) {
        add(below(path, operand), Kind.DROPPED, whole, ExpressionText.shown(part), "", start(part));
    }

    private void swap(
            Expression e, String path, boolean negated, UnaryOperator<Expression> rebuild, Expression opposite) {
        replaced(e, path, negated ? Kind.AFFIRMED : Kind.OPPOSITE, opposite, rebuild);
    }

    private void binary(Expression.Binary e, String path, UnaryOperator<Expression> rebuild) {
        if (e.operator() == Operator.AND || e.operator() == Operator.OR) {
            logical(e, path, rebuild);
            return;
        }
        if (e.operator().compares()) {
            Operator other = EDGES.getOrDefault(e.operator(), e.operator());
            boolean equality = e.operator() == Operator.EQUAL || e.operator() == Operator.UNEQUAL;
            Expression flipped = new Expression.Binary(other, e.left(), e.right(), e.at());
            replaced(e, path, equality ? Kind.OPPOSITE : Kind.EDGE, flipped, rebuild);
        }
        inside(
                e.left(),
                below(path, 1),
                to -> rebuild.apply(new Expression.Binary(e.operator(), to, e.right(), e.at())));
        inside(
                e.right(),
                below(path, 2),
                to -> rebuild.apply(new Expression.Binary(e.operator(), e.left(), to, e.at())));
    }

    /** A chain of and, or of or: each operand is left out once. */
    private void logical(Expression.Binary e, String path, UnaryOperator<Expression> rebuild) {
        List<Expression> operands = new ArrayList<>();
        flatten(e, e.operator(), operands);
        for (int i = 0; i < operands.size(); i++) {
            int index = i;
            dropped(operands.get(i), path, i + 1, rebuild.apply(chain(e, without(operands, i))));
            inside(operands.get(i), below(path, i + 1), to -> rebuild.apply(chain(e, with(operands, index, to))));
        }
    }

    private static void flatten(Expression e, Operator operator, List<Expression> operands) {
        if (e instanceof Expression.Binary binary && binary.operator() == operator) {
            flatten(binary.left(), operator, operands);
            flatten(binary.right(), operator, operands);
        } else {
            operands.add(e);
        }
    }

    private static Expression chain(Expression.Binary e, List<Expression> operands) {
        return operands.stream()
                .reduce((left, right) -> new Expression.Binary(e.operator(), left, right, e.at()))
                .orElseThrow();
    }

    private void unary(Expression.Unary e, String path, UnaryOperator<Expression> rebuild) {
        if (e.operator() == Operator.NOT) {
            replaced(e, path, Kind.AFFIRMED, e.operand(), rebuild);
        }
        inside(e.operand(), below(path, 1), to -> rebuild.apply(new Expression.Unary(e.operator(), to, e.at())));
    }

    private void in(Expression.In e, String path, UnaryOperator<Expression> rebuild) {
        if (e.negated() || e.options().size() == 1) {
            swap(e, path, e.negated(), rebuild, new Expression.In(e.operand(), e.options(), !e.negated(), e.at()));
        }
        if (e.options().size() > 1) {
            for (int i = 0; i < e.options().size(); i++) {
                Expression left = new Expression.In(e.operand(), without(e.options(), i), e.negated(), e.at());
                dropped(e.options().get(i), path, i + 2, rebuild.apply(left));
            }
        }
        inside(
                e.operand(),
                below(path, 1),
                to -> rebuild.apply(new Expression.In(to, e.options(), e.negated(), e.at())));
    }

    private void between(Expression.Between e, String path, UnaryOperator<Expression> rebuild) {
        if (e.negated()) {
            swap(e, path, true, rebuild, new Expression.Between(e.operand(), e.low(), e.high(), false, e.at()));
        } else {
            replaced(e, path, Kind.OPEN_LOW, open(e, Operator.GREATER, Operator.AT_MOST), rebuild);
            replaced(e, path, Kind.OPEN_HIGH, open(e, Operator.AT_LEAST, Operator.LESS), rebuild);
        }
        inside(
                e.operand(),
                below(path, 1),
                to -> rebuild.apply(new Expression.Between(to, e.low(), e.high(), e.negated(), e.at())));
        inside(
                e.low(),
                below(path, 2),
                to -> rebuild.apply(new Expression.Between(e.operand(), to, e.high(), e.negated(), e.at())));
        inside(
                e.high(),
                below(path, 3),
                to -> rebuild.apply(new Expression.Between(e.operand(), e.low(), to, e.negated(), e.at())));
    }

    private static Expression open(Expression.Between e, Operator low, Operator high) {
        return new Expression.Binary(
                Operator.AND,
                new Expression.Binary(low, e.operand(), e.low(), e.at()),
                new Expression.Binary(high, e.operand(), e.high(), e.at()),
                e.at());
    }

    private void call(Expression.Call e, String path, UnaryOperator<Expression> rebuild) {
        Optional.ofNullable(SWAPS.get(e.function()))
                .ifPresent(other -> replaced(e, path, Kind.SWAPPED, call(e, other, e.arguments(), false), rebuild));
        if (e.distinct()) {
            replaced(e, path, Kind.REPEATED, call(e, e.function(), e.arguments(), false), rebuild);
        }
        for (int i = 0; i < e.arguments().size(); i++) {
            int index = i;
            Expression argument = e.arguments().get(i);
            UnaryOperator<Expression> back =
                    to -> rebuild.apply(call(e, e.function(), with(e.arguments(), index, to), e.distinct()));
            boolean digits =
                    ROUNDING.contains(e.function()) && i == e.arguments().size() - 1 && i > 0;
            if (digits && argument instanceof Literal literal) {
                literal(literal, below(path, i + 1), back, -1);
            } else {
                inside(argument, below(path, i + 1), back);
            }
            if (e.function().equals("count_true") && e.arguments().size() > 1) {
                dropped(argument, path, i + 1, rebuild.apply(call(e, e.function(), without(e.arguments(), i), false)));
            }
        }
    }

    private static Expression call(Expression.Call e, String function, List<Expression> arguments, boolean distinct) {
        return new Expression.Call(function, arguments, distinct, e.star(), e.at());
    }

    private void literal(Literal e, String path, UnaryOperator<Expression> rebuild, int... steps) {
        for (int step : steps) {
            Kind kind = step > 0 ? Kind.UP : Kind.DOWN;
            boolean number = e.form() == Literal.Form.INTEGER || e.form() == Literal.Form.DECIMAL;
            Optional<String> next = number
                    ? Optional.of(NextValue.number(e.text(), step))
                    : e.form() == Literal.Form.TEXT ? NextValue.date(e.text(), step) : Optional.empty();
            next.ifPresent(text -> replaced(e, path, kind, new Literal(e.form(), text, e.at()), rebuild));
        }
    }

    private static boolean isBinary(Expression e, Operator operator) {
        return e instanceof Expression.Binary binary && binary.operator() == operator;
    }

    private static String below(String path, int operand) {
        return path.isEmpty() ? String.valueOf(operand) : path + "." + operand;
    }

    static <T> List<T> without(List<T> items, int index) {
        List<T> left = new ArrayList<>(items);
        left.remove(index);
        return left;
    }

    static <T> List<T> with(List<T> items, int index, T item) {
        List<T> changed = new ArrayList<>(items);
        changed.set(index, item);
        return changed;
    }
}
