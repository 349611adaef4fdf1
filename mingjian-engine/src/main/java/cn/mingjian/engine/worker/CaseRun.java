package cn.mingjian.engine.worker;

import cn.mingjian.engine.run.Json;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The cases of a package in a process of their own, with one engine of one thread. */
public final class CaseRun implements AutoCloseable {

    private static final long HEAP = 512L << 20;

    private final RunFolder folder;
    private final WorkerProcess process;

    private CaseRun(RunFolder folder, WorkerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param memory bytes of the engine
     * @param seconds after which it is stopped
     */
    public static CaseRun start(RunFolder folder, Path library, Path pack, long memory, long seconds) {
        List<String> arguments =
                List.of(library.toString(), pack.toString(), String.valueOf(memory), String.valueOf(seconds));
        return new CaseRun(folder, WorkerProcess.start(CaseWorker.class, folder, HEAP, arguments));
    }

    /**
     * Waits for the end.
     *
     * @param told cases done and in all, as {@code done} and {@code of}; none in all while the plans are made
     * @throws ProblemException when package or cases have errors
     * @throws WorkerException when it failed, was stopped, or its process died
     */
    public CaseReport await(Consumer<Event.Progress> told) {
        process.await(told);
        try {
            return Json.readWhole(Files.readString(folder.result().resolve(CaseReport.FILE)), CaseReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, unless it has ended. */
    @Override
    public void close() {
        process.close();
    }
}
