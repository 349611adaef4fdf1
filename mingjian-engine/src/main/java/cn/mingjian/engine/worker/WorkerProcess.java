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

/** The process of a worker, as the one sees it that started it. */
final class WorkerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 2;
    private static final int SIGNALLED = 128;

    private final RunFolder folder;
    private final Process process;
    private volatile boolean stopped;

    private WorkerProcess(RunFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts a program with the Java and the class path of this process.
     *
     * @param main the class that runs; its first argument is the folder
     * @param heap bytes of Java
     */
    static WorkerProcess start(Class<?> main, RunFolder folder, long heap, List<String> arguments) {
        List<String> command = command(main, folder, heap);
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(folder.log().toFile())
                    .start();
            return new WorkerProcess(folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Small and quick to start; what the virtual machine says, and what it leaves, stays in the run's folder. */
    private static List<String> command(Class<?> main, RunFolder folder, long heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JavaOptions.QUICK_START);
        command.addAll(List.of(
                "-Xmx" + heap,
                "-XX:-UsePerfData",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.path().resolve("crash.log"),
                "-Djava.io.tmpdir=" + folder.temporary(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.path().toString()));
        return command;
    }

    /** Tells the worker that its order is there. */
    void tell() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            // The worker is dead already; whoever awaits its answer learns why.
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits for the result.
     *
     * @param told what the worker is doing, as it says it
     * @throws ProblemException when what it was given has errors
     * @throws WorkerException when it failed, was stopped, or died
     */
    void await(Consumer<Event.Progress> told) {
        Event last = listen(told);
        int code = exitCode();
        if (Files.exists(folder.result())) {
            return;
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
            return WorkerEnd.FAILED;
        }
    }

    /** Stops the worker: two seconds after this call its process and all that it started are gone. */
    void stop() {
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
