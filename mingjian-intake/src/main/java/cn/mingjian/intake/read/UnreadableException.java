package cn.mingjian.intake.read;

import java.io.IOException;
import java.util.List;

/** A delivered file that cannot be read on: damaged, locked, of another format than it says, or beyond a bound. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<String> arguments;

    /**
     * @param code key of the message, in the bundle {@code intake}
     * @param arguments shown in the message; never a cell's text
     */
    public UnreadableException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
