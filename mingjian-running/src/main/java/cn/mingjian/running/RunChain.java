package cn.mingjian.running;

import cn.mingjian.engine.run.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The local chain of runs: one line of JSON a run, each with the digest of the line before, so that a run can neither be
 * left out nor changed unseen. Holds no names and no values of rows.
 */
public final class RunChain {

    private static final String START = "0".repeat(64);

    /** Where the chain lies under the folder of what the product keeps. */
    public static final Path FILE = Path.of("state", "runs.jsonl");

    private final Path file;

    private RunChain(Path file) {
        this.file = file;
    }

    /** The chain of an installation. */
    public static RunChain of(Path dataHome) {
        return new RunChain(dataHome.resolve(FILE));
    }

    /**
     * What a look at the whole chain found.
     *
     * @param runs lines read
     * @param head digest of the last line; whoever notes it down can see later whether the end was cut off
     * @param broken number of the first line that does not carry the digest of the line before it, if there is one
     */
    public record Finding(int runs, String head, OptionalInt broken) {}

    /** Reads the chain from its start; no file is a chain without runs. */
    public Finding verify() {
        if (!Files.exists(file)) {
            return new Finding(0, START, OptionalInt.empty());
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String head = START;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.endsWith("\"before\":" + Json.line(head) + "}")) {
                    return new Finding(number, head, OptionalInt.of(number));
                }
                head = Json.digest(line);
            }
            return new Finding(number, head, OptionalInt.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a run; two runs at once wait for one another. */
    public void append(Map<String, String> run) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    FileLock lock = channel.lock()) {
                List<String> lines = Files.readAllLines(file);
                String before = lines.isEmpty() ? START : Json.digest(lines.get(lines.size() - 1));
                Map<String, String> entry = new LinkedHashMap<>(run);
                entry.put("before", before);
                channel.write(StandardCharsets.UTF_8.encode(Json.line(entry) + "\n"));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
