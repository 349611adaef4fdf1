package cn.mingjian.intake.store;

import cn.mingjian.model.folder.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version's folder while it is made: a hidden sibling that only its owner can enter, renamed once when everything is in
 * it. Killed at any moment it leaves that sibling, which no reader takes for a version and the next import beside it
 * removes.
 *
 * <p>A lock file beside the sibling is held as long as its maker lives. It is there before the sibling and goes after it
 * was renamed or removed, so that a sweep finds every leftover and nothing that is still being made.
 */
public final class VersionFolder implements AutoCloseable {

    private static final String PARTIAL = ".partial-";
    private static final String LOCK = ".lock";
    private static final String OWNER_ONLY = "rwx------";

    /** Locks of this process: closing any channel on such a file would let go of its lock. */
    private static final Set<Path> LIVING = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path partial;
    private final Path lock;
    private final FileChannel channel;

    private VersionFolder(Path target, Path partial, Path lock, FileChannel channel) {
        this.target = target;
        this.partial = partial;
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Begins a version at a path that does not exist yet; its parent is made, for its owner alone, where it is missing, the
     * parents of that are not.
     */
    public static VersionFolder begin(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null || Files.exists(absolute)) {
            throw new IOException("There is something at the version's path already.");
        }
        makeOnly(parent);
        sweep(parent);
        @Nullable VersionFolder begun = null;
        while (begun == null) {
            begun = tryToBegin(absolute, parent);
        }
        return begun;
    }

    /** Not its own parents: the folder of a run that was removed must not come again. */
    private static void makeOnly(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, ownerOnly(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Null when a sweep came between the making of the lock file and its locking. */
    private static @Nullable VersionFolder tryToBegin(Path target, Path parent) throws IOException {
        Path partial = parent.resolve(PARTIAL + UUID.randomUUID());
        Path lock = lock(partial);
        LIVING.add(lock);
        @Nullable FileChannel channel = null;
        boolean begun = false;
        try {
            channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null || !Files.exists(lock)) {
                return null;
            }
            Files.createDirectory(partial, ownerOnly(parent));
            begun = true;
            return new VersionFolder(target, partial, lock, channel);
        } finally {
            if (!begun) {
                if (channel != null) {
                    channel.close();
                }
                LIVING.remove(lock);
            }
        }
    }

    /** Removes what killed imports have left in a folder; those of a living process are locked and stay. */
    public static void sweep(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        Set<Path> partials;
        try (Stream<Path> found = Files.list(parent.toAbsolutePath().normalize())) {
            partials = found.filter(path -> path.getFileName().toString().startsWith(PARTIAL))
                    .map(path ->
                            path.resolveSibling(path.getFileName().toString().replace(LOCK, "")))
                    .collect(Collectors.toSet());
        }
        for (Path partial : partials) {
            if (!LIVING.contains(lock(partial))) {
                sweepOne(partial);
            }
        }
    }

    private static Path lock(Path partial) {
        return partial.resolveSibling(partial.getFileName() + LOCK);
    }

    private static void sweepOne(Path partial) throws IOException {
        Path lock = lock(partial);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock free = channel.tryLock();
            if (free != null) {
                Folders.delete(partial);
                Files.deleteIfExists(lock);
            }
        } catch (NoSuchFileException e) {
            // Without a lock nobody is making it; mostly its maker, or another sweep, has just removed both.
            Folders.delete(partial);
        }
    }

    /** Where the files of the version are written. */
    public Path path() {
        return partial;
    }

    /** Puts the files safely on the disk, write-protects them and their folder, and gives the folder its name. */
    public Path commit() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(partial)) {
            files = found.toList();
        }
        for (Path file : files) {
            Folders.force(file);
            protect(file, "r--r--r--");
        }
        protect(partial, "r-xr-xr-x");
        Folders.force(partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(target.resolveSibling(""));
        return target;
    }

    /** Removes everything that was not committed. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Folders.delete(partial);
            Files.deleteIfExists(lock);
        } finally {
            LIVING.remove(lock);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void protect(Path path, String permissions) throws IOException {
        if (posix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                }
                : new FileAttribute<?>[0];
    }
}
