package cn.mingjian.intake.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version's folder while it is made: a hidden sibling that only its owner can enter, renamed once when everything is in
 * it. Killed at any moment it leaves that sibling, which no reader takes for a version and the next import beside it
 * removes.
 */
public final class VersionFolder implements AutoCloseable {

    private static final String PARTIAL = ".partial-";
    private static final String LOCK = "lock";

    private final Path target;
    private final Path partial;
    private final FileChannel channel;
    private boolean committed;

    private VersionFolder(Path target, Path partial, FileChannel channel) {
        this.target = target;
        this.partial = partial;
        this.channel = channel;
    }

    /** Begins a version at a path that does not exist yet; its parent is made where it is missing. */
    public static VersionFolder begin(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null || Files.exists(absolute)) {
            throw new IOException("There is something at the version's path already.");
        }
        Files.createDirectories(parent);
        sweep(parent);
        Path partial = Files.createTempDirectory(parent, PARTIAL);
        FileChannel channel =
                FileChannel.open(partial.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return new VersionFolder(absolute, partial, channel);
    }

    /** Removes what killed imports have left in a folder; those of a living process are locked and stay. */
    public static void sweep(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        List<Path> leftovers;
        try (Stream<Path> found = Files.list(parent)) {
            leftovers = found.filter(path -> path.getFileName().toString().startsWith(PARTIAL))
                    .toList();
        }
        for (Path leftover : leftovers) {
            if (abandoned(leftover)) {
                delete(leftover);
            }
        }
    }

    private static boolean abandoned(Path folder) throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where the files of the version are written. */
    public Path path() {
        return partial;
    }

    /** Write-protects the files and gives the folder its name, in one step. */
    public Path commit() throws IOException {
        Files.delete(partial.resolve(LOCK));
        List<Path> files;
        try (Stream<Path> found = Files.list(partial)) {
            files = found.toList();
        }
        boolean posix = partial.getFileSystem().supportedFileAttributeViews().contains("posix");
        for (Path file : files) {
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            if (posix) {
                Set<PosixFilePermission> readOnly = PosixFilePermissions.fromString("r--r--r--");
                Files.setPosixFilePermissions(file, readOnly);
            }
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        committed = true;
        return target;
    }

    /** Removes everything unless it was committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            delete(partial);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
