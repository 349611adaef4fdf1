package cn.mingjian.server.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Whether nobody but the user of the server, or root, can change what is run as a part of the server. */
final class OwnerOnly {

    private static final Path OURSELVES = Path.of("/proc/self");
    private static final int ROOT = 0;
    private static final int STICKY = 01000;

    private OwnerOnly() {}

    /** The file or folder, or the nearest folder above it, that another can write to; none where all is well. */
    static Optional<Path> openTo(Path path) throws IOException {
        Path real = path.toRealPath();
        if (strange(real) || writable(real)) {
            return Optional.of(real);
        }
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            if (strange(above) || writable(above) && !sticky(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private static boolean strange(Path path) throws IOException {
        Object owner = Files.getAttribute(path, "unix:uid");
        return !owner.equals(ROOT) && !owner.equals(Files.getAttribute(OURSELVES, "unix:uid"));
    }

    private static boolean writable(Path path) throws IOException {
        Set<PosixFilePermission> held = Files.getPosixFilePermissions(path);
        return held.contains(PosixFilePermission.GROUP_WRITE) || held.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** As in /tmp: others can add, but not take away or rename what is not theirs. */
    private static boolean sticky(Path folder) throws IOException {
        return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }
}
