package cn.mingjian.engine.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that orders a run, as the command line is one: it says its folder and its worker, passes every event on, and
 * says what came of it. It removes the folder when a line is sent to it.
 */
final class Orderer implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final Path folder;
    private final long worker;
    private final List<String> seen = new ArrayList<>();

    private Orderer(Process process) throws IOException {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.folder = Path.of(lines.readLine());
        this.worker = Long.parseLong(lines.readLine());
    }

    /** The process: home of the {@link Orders}, model, number of items. */
    public static void main(String[] arguments) throws IOException {
        Orders orders = new Orders(Path.of(arguments[0]));
        OrderFile order = orders.order(arguments[1], Long.parseLong(arguments[2]), Orders.LIMITS);
        try (RunFolder folder = RunFolder.make(orders.work())) {
            WorkerRun run = Orders.start(folder, order);
            System.out.println(folder.path());
            System.out.println(run.pid());
            try {
                run.await(progress -> System.out.println(progress.line()));
                System.out.println("answer");
            } catch (WorkerException e) {
                System.out.println(e.code());
            }
            System.in.read();
        }
    }

    static Orderer start(Path home, String model, long items) throws IOException {
        return new Orderer(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orderer.class.getName(),
                        home.toString(),
                        model,
                        String.valueOf(items))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The next line: an event, or what came of the run; null when the process is gone. */
    String next() throws IOException {
        String line = lines.readLine();
        if (line != null) {
            seen.add(line);
        }
        return line;
    }

    /** All lines so far. */
    List<String> seen() {
        return seen;
    }

    Path folder() {
        return folder;
    }

    ProcessHandle worker() {
        return ProcessHandle.of(worker).orElseThrow();
    }

    /** A process that has ended and waits to be collected by init, for up to seconds, has no command any more. */
    boolean workerLives() {
        return ProcessHandle.of(worker)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Lets it end as it should. */
    void release() throws IOException, InterruptedException {
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
