package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Failure.Told;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A table while it is fetched. Told by the thread that fetches, asked and stopped by others. */
final class Fetch {

    private final UUID id = UUID.randomUUID();
    private final Actor actor;
    private volatile long rows;
    private volatile FetchState state = FetchState.RUNNING;
    private volatile List<Told> problems = List.of();
    private final CompletableFuture<@Nullable Void> stopped = new CompletableFuture<>();

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

    /** So many rows were read. */
    void read(long row) {
        rows = row;
    }

    /** Ends the work of the caller where somebody stopped it. */
    void endIfStopped() {
        if (stopped.isDone()) {
            throw new CancellationException();
        }
    }

    /** Stops it; whoever waits for it ends it at the database. */
    void stop() {
        stopped.complete(null);
    }

    /** Done once somebody stopped it. */
    CompletableFuture<@Nullable Void> stopped() {
        return stopped;
    }

    void done() {
        state = FetchState.DONE;
    }

    void failed(List<Told> why) {
        problems = stopped.isDone() ? List.of() : why;
        state = stopped.isDone() ? FetchState.STOPPED : FetchState.FAILED;
    }

    boolean ended() {
        return state != FetchState.RUNNING;
    }
}
