package cn.mingjian.compiler.review;

import cn.mingjian.compiler.expression.Expression.Literal;
import cn.mingjian.compiler.expression.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which values of an expression several conditions leave together. Values of different kinds are not compared. */
final class Values {

    private boolean nullLeft = true;
    private boolean nothingElse;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Value> candidates = new ArrayList<>();
    private boolean listed;

    private record Limit(Operator operator, Value value) {

        boolean allows(Value other) {
            Optional<Integer> order = other.order(value);
            return order.isEmpty() || holds(order.get());
        }

        private boolean holds(int order) {
            return switch (operator) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
                case OR, AND, NOT, PLUS, MINUS, TIMES, DIVIDE -> true;
            };
        }

        boolean isLower() {
            return operator == Operator.GREATER || operator == Operator.AT_LEAST;
        }

        boolean isUpper() {
            return operator == Operator.LESS || operator == Operator.AT_MOST;
        }
    }

    /** A literal: a number, or a text (days and months among them, which order as texts do). */
    record Value(Optional<BigDecimal> number, String text) {

        static final Value TRUE = new Value(Optional.empty(), "true");
        static final Value FALSE = new Value(Optional.empty(), "false");

        static Optional<Value> of(Literal literal) {
            return switch (literal.form()) {
                case INTEGER, DECIMAL ->
                    Optional.of(new Value(Optional.of(new BigDecimal(literal.text()).stripTrailingZeros()), ""));
                case TEXT, BOOLEAN -> Optional.of(new Value(Optional.empty(), literal.text()));
                case NULL -> Optional.empty();
            };
        }

        Optional<Value> negated() {
            return number.map(value -> new Value(Optional.of(value.negate()), ""));
        }

        Optional<Integer> order(Value other) {
            if (number.isPresent() != other.number.isPresent()) {
                return Optional.empty();
            }
            return Optional.of(
                    number.isPresent() ? number.get().compareTo(other.number.get()) : text.compareTo(other.text));
        }
    }

    void notNull() {
        nullLeft = false;
    }

    void onlyNull() {
        nothingElse = true;
    }

    void only(Collection<Value> values) {
        notNull();
        if (listed) {
            candidates.retainAll(values);
        } else {
            candidates.addAll(values);
            listed = true;
        }
    }

    void without(Collection<Value> values) {
        notNull();
        values.forEach(value -> limits.add(new Limit(Operator.UNEQUAL, value)));
    }

    void compared(Operator operator, Value value) {
        if (operator == Operator.EQUAL) {
            only(List.of(value));
        } else {
            notNull();
            limits.add(new Limit(operator, value));
        }
    }

    /** Whether no value is left, for sure. */
    boolean none() {
        if (nothingElse) {
            return !nullLeft;
        }
        if (nullLeft) {
            return false;
        }
        if (listed) {
            return candidates.stream().noneMatch(value -> limits.stream().allMatch(limit -> limit.allows(value)));
        }
        return limits.stream()
                .filter(Limit::isLower)
                .anyMatch(lower -> limits.stream().filter(Limit::isUpper).anyMatch(upper -> apart(lower, upper)));
    }

    private static boolean apart(Limit lower, Limit upper) {
        Optional<Integer> order = lower.value.order(upper.value);
        boolean bothIncluded = lower.operator == Operator.AT_LEAST && upper.operator == Operator.AT_MOST;
        return order.isPresent() && (order.get() > 0 || order.get() == 0 && !bothIncluded);
    }
}
