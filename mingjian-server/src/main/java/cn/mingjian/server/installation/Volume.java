package cn.mingjian.server.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The volume that a folder lies on, as far as Linux tells: {@code /proc/self/mountinfo} names its device, and a device that
 * dm-crypt keeps has an id that begins with {@code CRYPT-}, itself or one of those that it is made of.
 */
public final class Volume {

    private static final String ENCRYPTED = "CRYPT-";

    /** Kept by another machine, in memory or by a file system that may encrypt by itself: the devices here tell nothing. */
    private static final Set<String> UNTOLD = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "9p",
            "virtiofs",
            "tmpfs",
            "ramfs",
            "overlay",
            "zfs",
            "ecryptfs",
            "fuse",
            "fuseblk",
            "ceph",
            "glusterfs",
            "lustre");

    private static final int DEVICE = 2;
    private static final int POINT = 4;

    private final Path proc;
    private final Path sys;

    /** What is known of it. */
    public enum Encryption {
        /** The operating system encrypts it. */
        SEEN,
        /** It lies on a device that is not encrypted by this operating system. */
        NONE,
        /** This operating system cannot know. */
        UNKNOWN
    }

    private record Mount(String device, Path point, String kind, String source) {}

    private Volume(Path proc, Path sys) {
        this.proc = proc;
        this.sys = sys;
    }

    /** Looks at the volume of a folder that exists. */
    public static Encryption encryption(Path folder) {
        return encryption(folder, Path.of("/proc"), Path.of("/sys"));
    }

    static Encryption encryption(Path folder, Path proc, Path sys) {
        try {
            Volume volume = new Volume(proc, sys);
            Path real = folder.toRealPath();
            Optional<Mount> mount = volume.mounts().stream()
                    .filter(one -> real.startsWith(one.point()))
                    .max(Comparator.comparingInt(one -> one.point().getNameCount()));
            return mount.isEmpty() ? Encryption.UNKNOWN : volume.encryption(mount.get());
        } catch (IOException e) {
            return Encryption.UNKNOWN;
        }
    }

    private List<Mount> mounts() throws IOException {
        return Files.readAllLines(proc.resolve("self/mountinfo")).stream()
                .map(Volume::mount)
                .flatMap(Optional::stream)
                .toList();
    }

    /** See proc(5): after the fields of the mount, which are of any number, a hyphen, the kind and the source. */
    private static Optional<Mount> mount(String line) {
        String[] sides = line.split(" - ", 2);
        String[] fields = sides[0].split(" ");
        if (sides.length < 2 || fields.length <= POINT) {
            return Optional.empty();
        }
        String[] after = sides[1].split(" ");
        String point = fields[POINT].replace("\\040", " ");
        return Optional.of(new Mount(fields[DEVICE], Path.of(point), after[0], after[1]));
    }

    private Encryption encryption(Mount mount) throws IOException {
        if (UNTOLD.contains(mount.kind()) || mount.kind().startsWith("fuse.")) {
            return Encryption.UNKNOWN;
        }
        Path device = sys.resolve("dev/block").resolve(mount.device());
        if (!Files.exists(device)) { // a file system on several devices has a number of its own
            device = sys.resolve("class/block")
                    .resolve(Path.of(mount.source()).getFileName().toString());
        }
        if (!Files.exists(device)) {
            return Encryption.UNKNOWN;
        }
        return encrypted(device) ? Encryption.SEEN : Encryption.NONE;
    }

    private static boolean encrypted(Path device) throws IOException {
        Path id = device.resolve("dm/uuid");
        if (Files.exists(id) && Files.readString(id).startsWith(ENCRYPTED)) {
            return true;
        }
        Path parts = device.resolve("slaves");
        if (!Files.isDirectory(parts)) {
            return false;
        }
        List<Path> found;
        try (Stream<Path> all = Files.list(parts)) {
            found = all.toList();
        }
        for (Path part : found) {
            if (!encrypted(part)) {
                return false;
            }
        }
        return !found.isEmpty();
    }
}
