package cn.mingjian.compiler.expression;

import java.util.List;

/** An expression that cannot be read: where, and which message says why. */
final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1;

    private final int at;
    private final String code;
    private final transient List<Object> arguments;

    ExpressionException(int at, String code, Object... arguments) {
        super(code);
        this.at = at;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    int at() {
        return at;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
