package cn.mingjian.documents.source;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Hands Word and PDF files to an {@link OfficeWorker} with a bounded heap. One that takes too long is killed and one
 * that dies is replaced, each at the cost of the file that it was reading.
 */
final class OfficeReader implements AutoCloseable {

    private static final long SECONDS = 60;
    private static final int BYTES_OF_A_CHARACTER = 4;
    private static final String HEAP = "-Xmx512m";

    private final ExecutorService waiting = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "office reader");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Process worker;

    /** The document in a file. */
    Delivered read(Path file, String id) throws IOException {
        Process process = worker();
        Future<Delivered> answer = waiting.submit(() -> ask(process, file, id));
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            discard(process);
            return FileText.unreadable(file, id, "source.bomb");
        } catch (InterruptedException e) {
            discard(process);
            Thread.currentThread().interrupt();
            return FileText.unreadable(file, id, "source.bomb");
        }
    }

    /** The next file gets a new worker. */
    private void discard(Process process) {
        process.destroyForcibly();
        worker = null;
    }

    private static Delivered ask(Process process, Path file, String id) throws IOException {
        Writer paths = process.outputWriter(StandardCharsets.UTF_8);
        paths.write(file.toAbsolutePath() + "\n");
        paths.flush();
        DataInputStream in = new DataInputStream(process.getInputStream());
        int length = in.readInt();
        if (length < 0) {
            String code = length == OfficeWorker.TOO_LONG ? "source.too-long" : "source.damaged";
            return FileText.unreadable(file, id, code, Limits.CHARACTERS);
        }
        if (length > BYTES_OF_A_CHARACTER * Limits.CHARACTERS) {
            throw new IOException("no answer");
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return text.isBlank() ? FileText.unreadable(file, id, "source.no-words") : Delivered.read(id, text);
    }

    private Process worker() throws IOException {
        Process process = worker;
        if (process == null || !process.isAlive()) {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Djava.awt.headless=true",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OfficeWorker.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            worker = process;
        }
        return process;
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        if (worker != null) {
            worker.destroyForcibly();
        }
    }
}
