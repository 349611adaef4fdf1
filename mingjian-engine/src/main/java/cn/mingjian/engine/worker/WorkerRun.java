package cn.mingjian.engine.worker;

import cn.mingjian.model.event.Event;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run in a worker, as the process sees it that ordered it. One thread awaits the answer; {@link #stop} may come from any
 * other. When this process dies, the worker's standard input closes and it stops by itself.
 */
public final class WorkerRun implements AutoCloseable {

    private final RunFolder folder;
    private final WorkerProcess process;

    private WorkerRun(RunFolder folder, WorkerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts a worker with the Java and the class path of this process. It makes itself ready while its order is still
     * prepared: a second process then costs little time beside an import.
     *
     * @param library the library that the order will name
     */
    public static WorkerRun start(RunFolder folder, OrderFile.Limits limits, Path library) {
        return new WorkerRun(
                folder, WorkerProcess.start(Worker.class, folder, limits.heapBytes(), List.of(library.toString())));
    }

    /** Writes the order into the folder and tells the worker that it is there. */
    public void order(OrderFile order) {
        try {
            order.write(folder.order());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.tell();
    }

    /** The same for a trial. */
    public void order(TrialOrder order) {
        try {
            order.write(folder.trialOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.tell();
    }

    /** The number of the worker's process. */
    public long pid() {
        return process.pid();
    }

    /**
     * Waits for the end.
     *
     * @param told what the worker is doing, as it says it
     * @throws ProblemException when package, settings or data have errors
     * @throws WorkerException when the run failed, was stopped, or its process died
     */
    public RunAnswer await(Consumer<Event.Progress> told) {
        process.await(told);
        try {
            return RunAnswer.read(folder.result());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for the end of a trial; what ends a run otherwise ends a trial likewise.
     *
     * @param told cases done and in all, where cases are tried
     */
    public TrialAnswer awaitTrial(Consumer<Event.Progress> told) {
        process.await(told);
        try {
            return TrialAnswer.read(folder.result());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the worker: two seconds after this call its process and all that it started are gone. */
    public void stop() {
        process.stop();
    }

    /** Stops the worker unless it has ended. */
    @Override
    public void close() {
        process.close();
    }
}
