package cn.mingjian.duckdb;

import java.io.Serial;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The engine could not do what a statement asked for.
 *
 * <p>Neither the message nor a cause carries values of rows: the engine's own text is kept only where it speaks of the
 * statement (names of columns, tables, functions), and texts in quotes are left out of it.
 */
public final class DuckException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong; the words for users stand under {@link #code} in the message bundle {@code duckdb}. */
    public enum Problem {
        /** The memory limit was reached and spilling did not help. */
        OUT_OF_MEMORY,
        /** The limit of the temporary folder was reached. */
        OUT_OF_TEMPORARY_SPACE,
        /** Another thread stopped the session. */
        CANCELLED,
        /** A file, a setting or an extension outside what the session may use. */
        NOT_ALLOWED,
        /** A value did not fit its type: a cast, an overflow, a violated constraint. */
        WRONG_VALUE,
        /** The statement itself is wrong: syntax, unknown names, types. A defect of whoever wrote it. */
        WRONG_STATEMENT,
        /** A file is missing, damaged or unreadable. */
        FILE,
        /** The session or the engine is closed. */
        CLOSED,
        /** Anything else, internal errors of the engine among them. */
        FAILED
    }

    private final Problem problem;

    DuckException(Problem problem, String detail) {
        super("duckdb." + name(problem) + (detail.isEmpty() ? "" : ": " + detail));
        this.problem = problem;
    }

    static DuckException of(SQLException failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        Problem problem = EngineText.problem(text);
        return new DuckException(problem, EngineText.detail(problem, text));
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }

    /** The key of the words for users, for example {@code duckdb.out-of-memory}. */
    public String code() {
        return "duckdb." + name(problem);
    }

    private static String name(Problem problem) {
        return problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
