package cn.mingjian.documents.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file of lines that its owner alone can read and that appears whole or not at all: it is written under another name
 * and renamed by {@link #finish}; closed before that, it is gone.
 */
public final class LinesFile implements AutoCloseable {

    private static final String UNFINISHED = ".partial";

    private final Path target;
    private final Path partial;
    private final BufferedWriter writer;

    public LinesFile(Path file) throws IOException {
        this.target = file.toAbsolutePath();
        this.partial = target.resolveSibling(target.getFileName() + UNFINISHED);
        Files.deleteIfExists(partial);
        this.writer = new BufferedWriter(new OutputStreamWriter(
                Channels.newOutputStream(Files.newByteChannel(
                        partial,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))),
                StandardCharsets.UTF_8));
    }

    /** Writes a line and its end. */
    public void line(String line) throws IOException {
        writer.write(line);
        writer.write('\n');
    }

    /** Gives the file its name. */
    public void finish() throws IOException {
        writer.close();
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
