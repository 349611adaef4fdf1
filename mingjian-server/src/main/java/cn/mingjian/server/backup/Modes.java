package cn.mingjian.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Permissions as an archive keeps them. */
final class Modes {

    private static final PosixFilePermission[] HIGHEST_FIRST = {
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE
    };

    private Modes() {}

    static int of(Path path) throws IOException {
        Set<PosixFilePermission> held = Files.getPosixFilePermissions(path);
        int mode = 0;
        for (PosixFilePermission one : HIGHEST_FIRST) {
            mode = mode << 1 | (held.contains(one) ? 1 : 0);
        }
        return mode;
    }

    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> held = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < HIGHEST_FIRST.length; i++) {
            if ((mode >> (HIGHEST_FIRST.length - 1 - i) & 1) == 1) {
                held.add(HIGHEST_FIRST[i]);
            }
        }
        return held;
    }
}
