package cn.mingjian.cli.running;

import cn.mingjian.engine.run.Json;
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

/**
 * The local chain of runs: one line of JSON a run, each with the digest of the line before, so that a run can neither be
 * left out nor changed unseen. Holds no names and no values of rows.
 */
public final class RunChain {

    private static final String START = "0".repeat(64);

    private final Path file;

    public RunChain(Path file) {
        this.file = file;
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
