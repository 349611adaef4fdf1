package cn.mingjian.running.output;

import cn.mingjian.model.problem.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Writes results to files: JSON lines keep values and are readable by their owner alone; Excel is masked. A file appears
 * whole or not at all.
 */
public final class ClueFiles {

    /** Ending of a file that takes the SQL of a traced run. */
    public static final String SQL = ".sql";

    private static final String LINES = ".jsonl";

    private final Language language;

    public ClueFiles(Language language) {
        this.language = language;
    }

    /**
     * Writes the clues, or the SQL that found them; the ending of the name decides the form. Lines of JSON are clues and
     * nothing else: signals, which are none, go into a file beside it.
     *
     * @return the files that were written
     */
    public List<Path> write(RunReport report, Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".xlsx")) {
            whole(file, out -> new ClueWorkbook(report, language).write(out));
        } else if (name.endsWith(SQL)) {
            copy(report.answer().sql(), file);
        } else {
            copy(report.answer().clues(), file);
            if (!report.pack().signals().isEmpty()) {
                Path signals = signalsBeside(file);
                copy(report.answer().signalLines(), signals);
                return List.of(file, signals);
            }
        }
        return List.of(file);
    }

    private static Path signalsBeside(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(LINES) ? name.substring(0, name.length() - LINES.length()) : name;
        return file.resolveSibling(stem + ".signals" + LINES);
    }

    /** Copies a file of an answer. */
    public void copy(Path from, Path file) throws IOException {
        whole(file, out -> Files.copy(from, out));
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void whole(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                partial,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))))) {
            content.writeTo(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
