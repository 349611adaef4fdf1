package cn.mingjian.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The copy of the engine's native library that the driver unpacks into the temporary folder of Java at each start, 70 MB,
 * and removes at an orderly end. Linux lets a file in use go, so it goes as soon as it is loaded: a process that is killed
 * later leaves none behind. Elsewhere it stays until the end.
 */
final class UnpackedLibrary {

    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final String NAME = "/libduckdb_java";

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
        } catch (IOException e) {
            // It stays until the end, as the driver means it to.
        }
    }

    /** The copies that this process has loaded and that are still there. */
    static List<Path> loaded() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        return Files.readAllLines(MAPPED).stream()
                .filter(line -> line.contains(NAME) && line.endsWith(".so"))
                .map(line -> Path.of(line.substring(line.indexOf('/'))))
                .filter(path -> path.startsWith(temporary))
                .distinct()
                .toList();
    }
}
