package cn.mingjian.duckdb;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The copy of the engine's native library that the driver unpacks into the temporary folder of Java at each start, 70 MB,
 * and removes at an orderly end. Linux lets a file in use go, so it goes as soon as it is loaded: a process that is killed
 * later leaves none behind, and what one left that was killed before is swept by the next. Elsewhere it stays until the
 * end, and nothing is swept, because who uses a copy cannot be told.
 */
final class UnpackedLibrary {

    private static final Path PROCESSES = Path.of("/proc");
    private static final Path MAPPED = PROCESSES.resolve("self/maps");
    private static final String NAME = "/libduckdb_java";
    private static final String ENDING = ".so";

    /** Unpacking and loading take a second; what is older and not loaded was left behind. */
    private static final Duration OLD = Duration.ofHours(1);

    private static boolean removed;

    private UnpackedLibrary() {}

    /** Removes the copy that this process has loaded. To be called once the driver has opened an engine. */
    static synchronized void remove() {
        if (removed || !Files.isReadable(MAPPED)) {
            return;
        }
        removed = true;
        try {
            for (Path copy : loaded()) {
                Files.deleteIfExists(copy);
            }
            sweep(Instant.now().minus(OLD));
        } catch (IOException e) {
            // It stays until the end, as the driver means it to.
        }
    }

    /** The copies that this process has loaded and that are still there. */
    static List<Path> loaded() throws IOException {
        Path temporary = temporary();
        return loaded(MAPPED)
                .filter(path -> path.startsWith(temporary))
                .distinct()
                .toList();
    }

    private static Stream<Path> loaded(Path maps) throws IOException {
        return Files.readAllLines(maps).stream()
                .filter(line -> line.contains(NAME) && line.endsWith(ENDING))
                .map(line -> Path.of(line.substring(line.indexOf('/'))));
    }

    private static Path temporary() throws IOException {
        return Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    }

    /** Removes the copies of this user that are older than a moment and that no process has loaded. */
    static void sweep(Instant before) throws IOException {
        UserPrincipal user = Files.getOwner(MAPPED);
        List<Path> old = new ArrayList<>();
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(temporary(), NAME.substring(1) + "*" + ENDING)) {
            for (Path copy : copies) {
                if (isOld(copy, user, before)) {
                    old.add(copy);
                }
            }
        }
        if (!old.isEmpty()) {
            old.removeAll(loadedByAny());
        }
        for (Path copy : old) {
            Files.deleteIfExists(copy);
        }
    }

    private static boolean isOld(Path copy, UserPrincipal user, Instant before) {
        try {
            return Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(copy).equals(user)
                    && Files.getLastModifiedTime(copy).toInstant().isBefore(before);
        } catch (IOException e) {
            return false; // another process has just removed it
        }
    }

    private static Set<Path> loadedByAny() throws IOException {
        Set<Path> loaded = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                try {
                    loaded(process.resolve("maps")).forEach(loaded::add);
                } catch (IOException e) {
                    // It has ended, or is another user's, who cannot have loaded a copy of this one.
                }
            }
        }
        return loaded;
    }
}
