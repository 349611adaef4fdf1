package cn.mingjian.compiler.expression;

/** The operators of the expression language with their sign and how tightly they bind. */
public enum Operator {
    OR("or", 1),
    AND("and", 2),
    NOT("not", 3),
    EQUAL("=", 4),
    UNEQUAL("<>", 4),
    LESS("<", 4),
    AT_MOST("<=", 4),
    GREATER(">", 4),
    AT_LEAST(">=", 4),
    PLUS("+", 5),
    MINUS("-", 5),
    TIMES("*", 6),
    DIVIDE("/", 6);

    private final String sign;
    private final int binding;

    Operator(String sign, int binding) {
        this.sign = sign;
        this.binding = binding;
    }

    /** As written, and as SQL writes it. */
    public String sign() {
        return sign;
    }

    int binding() {
        return binding;
    }

    /** Whether it compares two values of one family. */
    public boolean compares() {
        return binding == 4;
    }
}
