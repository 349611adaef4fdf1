package cn.mingjian.duckdb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that a session may touch; everything else is refused. Names are taken literally: brackets, stars and
 * question marks in them are no patterns.
 *
 * <p>The engine does not keep a session from <em>writing</em> a file that it may read: inputs must be write-protected.
 */
public final class DuckFiles {
    private final List<Path> readable;
    private final @Nullable Path writable;

    private DuckFiles(List<Path> readable, @Nullable Path writable) {
        this.readable = readable.stream().map(DuckFiles::normal).toList();
        this.writable = writable == null ? null : normal(writable);
    }

    /** No files at all: the session works in memory. */
    public static DuckFiles none() {
        return new DuckFiles(List.of(), null);
    }

    /** Exactly these files, for reading. */
    public static DuckFiles reading(List<Path> files) {
        return new DuckFiles(files, null);
    }

    /** The same files, and one folder in which files may be written and read. */
    public DuckFiles writingIn(Path folder) {
        return new DuckFiles(readable, folder);
    }

    /** The readable files, absolute. */
    public List<Path> readable() {
        return readable;
    }

    /** The folder in which files may be written, absolute. */
    public Optional<Path> writable() {
        return Optional.ofNullable(writable);
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
