package cn.mingjian.intake.store;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The way to end an import from another thread: what is at work is ended, what has not begun does not begin. The import
 * then fails with a {@link CancellationException} and leaves no version.
 */
public final class Stop {

    /** Nobody gives this one. */
    static final Stop NEVER = new Stop();

    private final Set<Runnable> working = ConcurrentHashMap.newKeySet();
    private volatile boolean given;

    /** Something at work that can be ended, until it is closed. */
    public interface Working extends AutoCloseable {
        @Override
        void close();
    }

    /** Gives the stop; it cannot be taken back. Returns before everything has come to rest. */
    public void give() {
        given = true;
        working.forEach(Stop::end);
    }

    /** @throws CancellationException once the stop was given */
    public void check() {
        if (given) {
            throw new CancellationException("The import was stopped");
        }
    }

    /**
     * Something begins to work.
     *
     * @param end ends it; called in a thread of its own, perhaps when it has already ended
     */
    public Working begin(Runnable end) {
        working.add(end);
        if (given) {
            end(end);
        }
        return () -> working.remove(end);
    }

    private static void end(Runnable end) {
        Thread thread = new Thread(end, "intake-stop");
        thread.setDaemon(true);
        thread.start();
    }
}
