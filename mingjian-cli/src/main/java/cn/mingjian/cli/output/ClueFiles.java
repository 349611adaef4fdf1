package cn.mingjian.cli.output;

import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.engine.run.RunResult.UnknownRow;
import cn.mingjian.model.problem.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
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

    private final Language language;

    public ClueFiles(Language language) {
        this.language = language;
    }

    /** Writes the clues; the ending of the name decides the form. */
    public void write(RunResult result, Path file) throws IOException {
        if (file.toString().endsWith(".xlsx")) {
            whole(file, out -> new ClueWorkbook(language).write(result.masked(), out));
        } else {
            lines(file, result.clues());
        }
    }

    /** Writes the rows that no step could decide. */
    public void writeUnknown(List<UnknownRow> rows, Path file) throws IOException {
        lines(file, rows);
    }

    private static void lines(Path file, List<?> values) throws IOException {
        whole(file, out -> {
            Writer writer = new java.io.BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (Object value : values) {
                writer.write(Json.line(value));
                writer.write('\n');
            }
            writer.flush();
        });
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
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
