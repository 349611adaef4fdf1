package cn.mingjian.engine.cases;

import cn.mingjian.duckdb.DuckSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Some threads, each with an engine of its own, that share work by its number. */
public final class Crew implements AutoCloseable {

    /** Work on one item. */
    @FunctionalInterface
    public interface Task {

        /** Does item {@code index} with the engine of the thread. */
        void on(DuckSession engine, int index);
    }

    private final List<DuckSession> engines = new ArrayList<>();
    private final ExecutorService threads;

    /** @param sessions opens an empty engine, for one thread */
    public Crew(Supplier<DuckSession> sessions, int size) {
        for (int i = 0; i < size; i++) {
            engines.add(sessions.get());
        }
        threads = Executors.newFixedThreadPool(size);
    }

    /** Does a task for each number from 0; ends when all are done. */
    public void each(int count, Task task) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (DuckSession engine : engines) {
            running.add(threads.submit(() -> {
                for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                    task.on(engine, index);
                }
            }));
        }
        running.forEach(Crew::await);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        engines.forEach(DuckSession::close);
    }
}
