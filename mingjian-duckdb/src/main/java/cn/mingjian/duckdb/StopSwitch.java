package cn.mingjian.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What all sessions of one engine share: the statements that run, and whether they were told to stop. */
final class StopSwitch {
    private static final long PAUSE_MILLIS = 10;

    private final Set<Statement> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    void enter(Statement statement) {
        running.add(statement);
        if (stopped) {
            running.remove(statement);
            throw new DuckException(DuckException.Problem.CANCELLED, "");
        }
    }

    void leave(Statement statement) {
        running.remove(statement);
    }

    boolean stopped() {
        return stopped;
    }

    /** Interrupts again and again, because an interrupt that comes just before a statement starts is lost. */
    boolean stop(Duration patience) {
        stopped = true;
        long deadline = System.nanoTime() + patience.toNanos();
        while (!running.isEmpty()) {
            running.forEach(StopSwitch::interrupt);
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void interrupt(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // The statement ended by itself in this moment: nothing is left to stop.
            return;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
