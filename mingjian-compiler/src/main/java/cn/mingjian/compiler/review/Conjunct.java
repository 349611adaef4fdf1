package cn.mingjian.compiler.review;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.expression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of the conditions that must all hold: what it says of the values of an expression.
 *
 * @param term the expression
 * @param limits narrows the values that are left
 * @param at offset in the text at which it is written
 */
record Conjunct(Expression term, Consumer<Values> limits, int at) {

    /** The conditions of an expression that limit one expression by literals; the others are left out. */
    static List<Conjunct> of(Expression expression) {
        List<Conjunct> all = new ArrayList<>();
        collect(expression, all);
        return all;
    }

    private static void collect(Expression expression, List<Conjunct> all) {
        if (expression instanceof Expression.Binary binary) {
            binary(binary, all);
        } else if (expression instanceof Expression.In in) {
            List<Optional<Values.Value>> options =
                    in.options().stream().map(Conjunct::literal).toList();
            if (options.stream().allMatch(Optional::isPresent)) {
                List<Values.Value> values =
                        options.stream().map(Optional::orElseThrow).toList();
                add(all, in.operand(), in.negated() ? left -> left.without(values) : left -> left.only(values));
            }
        } else if (expression instanceof Expression.Between between && !between.negated()) {
            compare(between.operand(), Operator.AT_LEAST, between.low(), all);
            compare(between.operand(), Operator.AT_MOST, between.high(), all);
        } else if (expression instanceof Expression.IsNull test) {
            add(all, test.operand(), test.negated() ? Values::notNull : Values::onlyNull);
        } else if (expression instanceof Expression.Unary unary && unary.operator() == Operator.NOT) {
            add(all, unary.operand(), left -> left.only(List.of(Values.Value.FALSE)));
        } else {
            add(all, expression, left -> left.only(List.of(Values.Value.TRUE)));
        }
    }

    private static void binary(Expression.Binary binary, List<Conjunct> all) {
        if (binary.operator() == Operator.AND) {
            collect(binary.left(), all);
            collect(binary.right(), all);
        } else if (binary.operator().compares()) {
            if (literal(binary.right()).isPresent()) {
                compare(binary.left(), binary.operator(), binary.right(), all);
            } else {
                compare(binary.right(), mirrored(binary.operator()), binary.left(), all);
            }
        }
    }

    private static void compare(Expression term, Operator operator, Expression with, List<Conjunct> all) {
        literal(with).ifPresent(value -> add(all, term, left -> left.compared(operator, value)));
    }

    private static void add(List<Conjunct> all, Expression term, Consumer<Values> limits) {
        all.add(new Conjunct(term, limits, start(term)));
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case AT_MOST -> Operator.AT_LEAST;
            case GREATER -> Operator.LESS;
            case AT_LEAST -> Operator.AT_MOST;
            case EQUAL, UNEQUAL, OR, AND, NOT, PLUS, MINUS, TIMES, DIVIDE -> operator;
        };
    }

    private static Optional<Values.Value> literal(Expression expression) {
        if (expression instanceof Expression.Unary unary && unary.operator() == Operator.MINUS) {
            return literal(unary.operand()).flatMap(Values.Value::negated);
        }
        return expression instanceof Literal literal ? Values.Value.of(literal) : Optional.empty();
    }

    /** Where an expression begins. */
    private static int start(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return start(binary.left());
        } else if (expression instanceof Expression.Name name) {
            return name.from();
        }
        return expression.at();
    }
}
