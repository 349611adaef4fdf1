package cn.mingjian.compiler.expression;

import java.util.List;
import java.util.Optional;

/**
 * An expression as it was written, before names and types are known. {@link #at()} is the offset of its first
 * character (for an operator, of the operator) in the text.
 */
public sealed interface Expression {

    int at();

    /** A number or a text between quotes. */
    record Literal(Form form, String text, int at) implements Expression {

        /** How a literal is written. */
        public enum Form {
            TEXT,
            INTEGER,
            DECIMAL,
            BOOLEAN,
            NULL
        }
    }

    /**
     * {@code column} or {@code relation.column}.
     *
     * @param from offset of the relation, where one is written; else of the column
     */
    record Name(Optional<String> relation, String name, int at, int from) implements Expression {}

    /** {@code :name}. */
    record Parameter(String name, int at) implements Expression {}

    /** {@code f(a, b)}, {@code count(*)}, {@code count(distinct x)}. */
    record Call(String function, List<Expression> arguments, boolean distinct, boolean star, int at)
            implements Expression {}

    /** {@code not x} or {@code -x}. */
    record Unary(Operator operator, Expression operand, int at) implements Expression {}

    /** Two operands with a logical, comparing or arithmetic operator between them. */
    record Binary(Operator operator, Expression left, Expression right, int at) implements Expression {}

    /** {@code x is [not] null}. */
    record IsNull(Expression operand, boolean negated, int at) implements Expression {}

    /** {@code x [not] in (a, b)}. */
    record In(Expression operand, List<Expression> options, boolean negated, int at) implements Expression {}

    /** {@code x [not] between a and b}, both ends included. */
    record Between(Expression operand, Expression low, Expression high, boolean negated, int at)
            implements Expression {}

    /** {@code x [not] like 'pattern'} with {@code %} and {@code _}. */
    record Like(Expression operand, Expression pattern, boolean negated, int at) implements Expression {}

    /** {@code case when c then v ... [else v] end}; {@code case x when y} is read as {@code when x = y}. */
    record Case(List<When> whens, Optional<Expression> otherwise, int at) implements Expression {}

    /** One branch of a case. */
    record When(Expression condition, Expression value) {}
}
