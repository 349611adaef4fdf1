package cn.mingjian.model.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only its owner can enter and that lives as long as a process that holds its lock; several processes may
 * hold it together. What dead processes left is swept when the next folder is made beside it.
 *
 * <p>Making and sweeping hold the lock of the parent, so that no folder is ever seen between its making and its locking.
 * A system that drops all locks of a process on a file when one of its channels closes is met by never opening the lock
 * of a folder that this process holds.
 */
public final class LockedFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private LockedFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Sweeps what dead processes left, and makes a new folder.
     *
     * @param prefix how the names of such folders begin; nothing else in the parent is touched
     */
    public static LockedFolder make(Path parent, String prefix) throws IOException {
        Path home = parent.toAbsolutePath().normalize();
        Files.createDirectories(home);
        synchronized (HELD) {
            try (FileChannel door = open(home.resolve("." + prefix + LOCK))) {
                door.lock();
                sweep(home, prefix);
                Path path = Files.createTempDirectory(
                        home,
                        prefix,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                HELD.add(path);
                return hold(path);
            }
        }
    }

    /** Removes what dead processes left under a parent; what a living one holds stays. */
    public static void sweepAbandoned(Path parent, String prefix) throws IOException {
        make(parent, prefix).close();
    }

    /** Holds a folder that another process made and holds. */
    public static LockedFolder join(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        HELD.add(folder);
        return hold(folder);
    }

    private static LockedFolder hold(Path folder) throws IOException {
        FileChannel channel = open(folder.resolve(LOCK));
        channel.lock(0, Long.MAX_VALUE, true);
        return new LockedFolder(folder, channel);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void sweep(Path parent, String prefix) throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(parent)) {
            folders = found.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .filter(path -> !HELD.contains(path))
                    .toList();
        }
        for (Path folder : folders) {
            if (abandoned(folder.resolve(LOCK))) {
                Folders.delete(folder);
            }
        }
    }

    private static boolean abandoned(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = open(lock)) {
            return channel.tryLock() != null;
        }
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Lets go of a folder that other processes may still hold. */
    public void leave() throws IOException {
        channel.close();
        HELD.remove(path);
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() throws IOException {
        @Nullable IOException failure = null;
        try {
            Folders.delete(path);
        } catch (IOException e) {
            failure = e;
        }
        leave();
        if (failure != null) {
            throw failure;
        }
    }
}
