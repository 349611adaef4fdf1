package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;

/**
 * What a database said, in our words: its own may hold rows, names and addresses. The classes of JDBC and the states of the
 * standard tell most of it; drivers that use neither are told by their code.
 */
final class OutsideFailure {

    private static final int DEPTH = 8;
    private static final Set<String> CANCELLED = Set.of("57014", "70100", "HY008", "HYT00");
    private static final Set<String> GONE = Set.of("42P01", "42S02", "S0002");
    private static final Set<String> FORBIDDEN = Set.of("42501", "28000", "S0005");

    private OutsideFailure() {}

    /** It did not let us in. */
    static Refusal entering(SQLException failure) {
        String state = state(failure);
        if (failure instanceof SQLInvalidAuthorizationSpecException || state.startsWith("28")) {
            return Refusal.conflict("sources.database-refused");
        }
        if (connection(failure, state)
                || failure instanceof SQLTimeoutException
                || state.startsWith("3D")
                || state.isEmpty() && failure.getErrorCode() == 0) {
            return Refusal.conflict("sources.database-silent");
        }
        return Refusal.conflict("sources.database-closed", code(failure));
    }

    /** It let us in and gave no rows. */
    static Refusal reading(SQLException failure) {
        String state = state(failure);
        if (CANCELLED.contains(state) || failure instanceof SQLTimeoutException) {
            return Refusal.conflict("sources.too-slow");
        }
        if (connection(failure, state)) {
            return Refusal.conflict("sources.database-broke-off");
        }
        if (FORBIDDEN.contains(state)) {
            return Refusal.conflict("sources.table-forbidden");
        }
        if (GONE.contains(state)) {
            return Refusal.conflict("sources.table-gone");
        }
        return state.startsWith("42")
                ? Refusal.conflict("sources.table-unreadable", code(failure))
                : Refusal.conflict("sources.database-failed", code(failure));
    }

    private static boolean connection(SQLException failure, String state) {
        if (state.startsWith("08")
                || state.startsWith("57P")
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLRecoverableException) {
            return true;
        }
        Throwable cause = failure.getCause();
        for (int i = 0; i < DEPTH && cause != null; i++) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The state of the standard and the number of the maker, neither of which can hold words. */
    private static String code(SQLException failure) {
        String state = state(failure);
        return failure.getErrorCode() == 0 ? state : state + "/" + failure.getErrorCode();
    }

    private static String state(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return state.matches("[A-Z0-9]{5}") ? state : "";
    }
}
