package cn.mingjian.engine.worker;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** How the work of a worker ends: told in its last event and by the exit code of its process. */
final class WorkerEnd {

    static final int DONE = 0;
    static final int BAD_INPUT = 3;
    static final int FAILED = 4;

    private WorkerEnd() {}

    /** What a worker does. */
    @FunctionalInterface
    interface Work {

        /** Does it and gives the digest of the result. */
        String run() throws IOException, InterruptedException;
    }

    /** Works to the end, whatever it is, and gives the exit code. */
    static int of(Work work, StopLine stop, Consumer<Event> told) {
        try {
            told.accept(new Event.Done(work.run()));
            return DONE;
        } catch (ProblemException e) {
            told.accept(Event.Failed.byInput(e.problems()));
            return BAD_INPUT;
        } catch (DuckException e) {
            told.accept(stop.reason().orElseGet(() -> Event.Failed.byEngine(e.code())));
        } catch (OutOfMemoryError e) {
            told.accept(Event.Failed.byEngine("worker.heap"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            told.accept(Event.Failed.byEngine("worker.stopped"));
        } catch (IOException | UncheckedIOException e) {
            told.accept(Event.Failed.byEngine("worker.file", e.getClass().getSimpleName()));
        } catch (RuntimeException | Error e) {
            told.accept(Event.Failed.byEngine("worker.defect", e.getClass().getName(), where(e)));
        }
        return FAILED;
    }

    /** Where a defect showed itself; never its message, which may hold a value of a row. */
    private static String where(Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        return trace.length == 0 ? "-" : trace[0].toString();
    }
}
