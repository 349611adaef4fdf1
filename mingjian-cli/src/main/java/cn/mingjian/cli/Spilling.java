package cn.mingjian.cli;

import cn.mingjian.model.folder.LockedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the engine sessions of this process spill: a folder that goes when the process ends, and that the next one sweeps
 * when it was killed.
 */
final class Spilling {

    private static final String PREFIX = "session-";
    private static final Map<Path, LockedFolder> HELD = new HashMap<>();

    private Spilling() {}

    /** The folder of this process under a parent; made when it is first asked for. */
    static synchronized Path folder(Path parent) {
        return HELD.computeIfAbsent(parent, Spilling::make).path();
    }

    private static LockedFolder make(Path parent) {
        try {
            LockedFolder made = LockedFolder.make(parent, PREFIX);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made), "remove spilled data"));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(LockedFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            // A session still writes; the next process sweeps the folder.
        }
    }
}
