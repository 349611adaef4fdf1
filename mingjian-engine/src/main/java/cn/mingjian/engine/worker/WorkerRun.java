package cn.mingjian.engine.worker;

import cn.mingjian.model.event.Event;
import cn.mingjian.model.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run in a worker, as the process sees it that ordered it. One thread awaits the answer; {@link #stop} may come from any
 * other. When this process dies, the worker's standard input closes and it stops by itself.
 */
public final class WorkerRun implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 2;
    private static final int SIGNALLED = 128;

    private final RunFolder folder;
    private final Process process;
    private volatile boolean stopped;

    private WorkerRun(RunFolder folder, Process process) {
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
        try {
            Process process = new ProcessBuilder(command(folder, limits, library))
                    .redirectError(folder.log().toFile())
                    .start();
            return new WorkerRun(folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the order into the folder and tells the worker that it is there. */
    public void order(OrderFile order) {
        try {
            order.write(folder.order());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin();
    }

    /** The same for a trial. */
    public void order(TrialOrder order) {
        try {
            order.write(folder.trialOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin();
    }

    private void begin() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            // The worker is dead already; whoever awaits its answer learns why.
        }
    }

    /** Small and quick to start; what the virtual machine says, and what it leaves, stays in the run's folder. */
    private static List<String> command(RunFolder folder, OrderFile.Limits limits, Path library) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JavaOptions.QUICK_START);
        command.addAll(List.of(
                "-Xmx" + limits.heapBytes(),
                "-XX:-UsePerfData",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.path().resolve("crash.log"),
                "-Djava.io.tmpdir=" + folder.temporary(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                folder.path().toString(),
                library.toString()));
        return command;
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
        try {
            return RunAnswer.read(result(told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of a trial; what ends a run otherwise ends a trial likewise. */
    public TrialAnswer awaitTrial() {
        try {
            return TrialAnswer.read(result(progress -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path result(Consumer<Event.Progress> told) {
        Event last = listen(told);
        int code = exitCode();
        if (Files.exists(folder.result())) {
            return folder.result();
        }
        if (last instanceof Event.Failed failed && failed.cause() == Event.Cause.INPUT) {
            throw new ProblemException(
                    failed.problems().stream().map(Event.Told::problem).toList());
        }
        if (last instanceof Event.Failed failed) {
            Event.Told problem = failed.problems().get(0);
            throw new WorkerException(problem.code(), problem.arguments());
        }
        throw died(code);
    }

    private WorkerException died(int code) {
        if (stopped) {
            return new WorkerException("worker.stopped", List.of());
        }
        return code > SIGNALLED
                ? new WorkerException("worker.killed", List.of(String.valueOf(code - SIGNALLED)))
                : new WorkerException("worker.died", List.of(String.valueOf(code)));
    }

    private @Nullable Event listen(Consumer<Event.Progress> told) {
        Event last = null;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Event.parse(line).orElse(last);
                if (last instanceof Event.Progress progress) {
                    told.accept(progress);
                }
            }
        } catch (IOException e) {
            // The pipe broke because the worker was killed: the state of its folder says what came of it.
        }
        return last;
    }

    private int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            return Worker.FAILED;
        }
    }

    /** Stops the worker: two seconds after this call its process and all that it started are gone. */
    public void stop() {
        stopped = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The worker is gone already.
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the worker unless it has ended. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
