package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Failure.Told;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A table while it is fetched. Told by the thread that fetches, asked and stopped by others. */
final class Fetch {

    private final UUID id = UUID.randomUUID();
    private final Actor actor;
    private volatile long rows;
    private volatile FetchState state = FetchState.RUNNING;
    private volatile List<Told> problems = List.of();
    private @Nullable Statement statement;
    private boolean stopped;

    Fetch(Actor actor) {
        this.actor = actor;
    }

    /** How far it is. */
    enum FetchState {
        RUNNING,
        /** It is a delivery. */
        DONE,
        FAILED,
        /** Somebody stopped it; nothing of it is kept. */
        STOPPED
    }

    /**
     * It as it is shown.
     *
     * @param delivery that it became, once it is done
     */
    record FetchPage(
            UUID id, FetchState state, long rows, @Nullable UUID delivery, List<Told> problems) {}

    FetchPage page() {
        FetchState now = state;
        return new FetchPage(id, now, rows, now == FetchState.DONE ? id : null, problems);
    }

    /** Its number, which is that of the delivery too. */
    UUID id() {
        return id;
    }

    boolean of(Actor other) {
        return actor.office() == other.office() && actor.department() == other.department();
    }

    /** The system, which fetches for whoever ordered it. */
    Actor system() {
        return new Actor(actor.id(), Actor.Kind.SYSTEM, actor.office(), actor.department(), Set.of());
    }

    /** What runs at the database, so that it can be stopped there too. */
    synchronized void runs(Statement running) {
        statement = running;
        if (stopped) {
            throw new CancellationException();
        }
    }

    /** So many rows were read. */
    void read(long row) {
        rows = row;
    }

    /** Ends here where somebody stopped it. */
    synchronized void at(long row) {
        rows = row;
        if (stopped) {
            throw new CancellationException();
        }
    }

    /** Stops it, here and at the database. */
    synchronized void stop() {
        stopped = true;
        if (statement != null && state == FetchState.RUNNING) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It ends at its next rows.
            }
        }
    }

    synchronized void done() {
        state = FetchState.DONE;
    }

    synchronized void failed(List<Told> why) {
        problems = stopped ? List.of() : why;
        state = stopped ? FetchState.STOPPED : FetchState.FAILED;
    }

    boolean ended() {
        return state != FetchState.RUNNING;
    }
}
