package cn.mingjian.engine.worker;

import cn.mingjian.engine.run.Engine;
import cn.mingjian.model.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a worker that was told to stop or whose time is over. The engine gets half a second to come to rest, so that the worker
 * can remove what it began; then the process ends, because a statement of the engine may not hear (an interrupt was
 * measured to take seven seconds inside a join without equality).
 */
final class StopLine {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Consumer<Event> told;
    private final CountDownLatch ordered = new CountDownLatch(1);
    private volatile Event.@Nullable Failed reason;
    private volatile @Nullable Engine engine;

    StopLine(Consumer<Event> told) {
        this.told = told;
    }

    /** A first line says that the order is there; the end of the stream, which a dead parent brings too, means stop. */
    void listen(InputStream in) {
        daemon(() -> {
            try {
                if (in.read() >= 0) {
                    ordered.countDown();
                    in.transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException e) {
                // A line that breaks says the same as one that ends.
            }
            end(Event.Failed.byEngine("worker.stopped"));
        });
    }

    /** Waits for the order. */
    void awaitOrder() throws InterruptedException {
        ordered.await();
    }

    /** Stops when the time is over. */
    void after(long seconds) {
        daemon(() -> {
            sleep(Duration.ofSeconds(seconds));
            end(Event.Failed.byEngine("worker.wall", seconds));
        });
    }

    /** Names the engine that is to be stopped. */
    void stopping(Engine running) {
        engine = running;
        if (reason != null) {
            running.stop(Duration.ZERO);
        }
    }

    /** Why the worker is ending, if it is. */
    Optional<Event> reason() {
        return Optional.ofNullable(reason);
    }

    private void end(Event.Failed why) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        reason = why;
        Engine running = engine;
        if (running != null) {
            running.stop(PATIENCE);
            sleep(Duration.ofNanos(deadline - System.nanoTime()));
        }
        told.accept(why);
        Runtime.getRuntime().halt(WorkerEnd.FAILED);
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stop");
        thread.setDaemon(true);
        thread.start();
    }
}
