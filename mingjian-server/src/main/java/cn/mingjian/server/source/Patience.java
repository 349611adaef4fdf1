package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What drivers of others do is done on threads of its own, for which nobody waits without end: a driver that hangs keeps its
 * thread, and no more than a few threads a database.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int AT_ONCE = 4;

    private final int seconds;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /** What is to be done. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws SQLException;
    }

    Patience(int seconds) {
        this.seconds = seconds;
    }

    /**
     * Does it, and waits.
     *
     * @param late gets what was done when nobody waited any more
     * @throws Refusal when it failed, or took too long
     */
    <T> T wait(String database, Work<T> work, Consumer<T> late) {
        Semaphore places = free.computeIfAbsent(database, any -> new Semaphore(AT_ONCE));
        if (!places.tryAcquire()) {
            throw Refusal.conflict("sources.database-silent");
        }
        CompletableFuture<T> answer = new CompletableFuture<T>().orTimeout(seconds, TimeUnit.SECONDS);
        begin("ask database " + database, () -> {
            try {
                T done = work.done();
                if (!answer.complete(done)) {
                    late.accept(done);
                }
            } catch (SQLException | RuntimeException | LinkageError e) {
                answer.completeExceptionally(e);
            } finally {
                places.release();
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw refusal(Objects.requireNonNull(e.getCause()));
        }
    }

    /** Why something that a driver did has failed. */
    static Refusal refusal(Throwable failure) {
        if (failure instanceof Refusal known) {
            return known;
        }
        if (failure instanceof TimeoutException) {
            return Refusal.conflict("sources.database-silent");
        }
        if (failure instanceof SQLException said) {
            return OutsideFailure.reading(said);
        }
        LOG.error("A driver failed: {}", failure.getClass().getName());
        return Refusal.conflict("sources.driver-failed");
    }

    /** Begins something that may never end. */
    static void begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
