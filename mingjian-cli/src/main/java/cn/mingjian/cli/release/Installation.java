package cn.mingjian.cli.release;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A folder with releases beside one another ({@code releases/<id>}), the link {@code current} to the one in use, and the data
 * that all of them use ({@code data}).
 */
public final class Installation {

    private static final String CURRENT = "current";
    private static final String LAUNCHER = "mingjian";
    private static final String UPGRADES = "upgrades";
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder;
    }

    /** What a change of release did: where it came from, where it is, and the file with the state from before. */
    public record Change(String from, String to, Optional<Path> saved) {}

    /** What was installed, and whose signature it has. */
    public record Installed(String id, ReleaseKey key) {}

    /** The installation that a release in use belongs to. */
    public static Installation of(Path home) {
        Path folder = Optional.ofNullable(home.toAbsolutePath().normalize().getParent())
                .flatMap(releases -> Optional.ofNullable(releases.getParent()))
                .orElse(home);
        if (!Files.isSymbolicLink(folder.resolve(CURRENT))) {
            throw new ProblemException(Place.of(home.toString()), "cli.release-not-installed");
        }
        return new Installation(folder);
    }

    /**
     * Installs a release into a folder that holds none, and uses it.
     *
     * @param trusted the key that must have signed it; without one, that of the first release installed there, else its own
     */
    public static Installed install(Path release, Path folder, Optional<ReleaseKey> trusted) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Installation installation = new Installation(absolute);
        Path known = absolute.resolve(Release.KEY);
        Path key = Files.exists(known) ? known : release.resolve(Release.KEY);
        if (!Files.exists(key)) {
            throw new ProblemException(Place.of(release.toString()), "cli.release-none");
        }
        Release verified = Release.verified(release, trusted.isPresent() ? trusted.get() : ReleaseKey.read(key));
        if (Files.isSymbolicLink(absolute.resolve(CURRENT))) {
            throw new ProblemException(Place.of(folder.toString()), "cli.release-there");
        }
        Path partial = installation.partial();
        for (Path file : Sums.files(release)) {
            Path target = partial.resolve(release.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        installation.data();
        installation.name(partial, verified.id());
        Files.writeString(known, verified.key().pem());
        installation.use(verified.id());
        Path launcher = absolute.resolve(LAUNCHER);
        if (!Files.isSymbolicLink(launcher)) {
            Files.createSymbolicLink(launcher, Path.of(CURRENT, LAUNCHER));
        }
        return new Installed(verified.id(), verified.key());
    }

    /** As root the database runs as nobody, who must be able to enter. */
    private void data() throws IOException {
        Path data = folder.resolve("data");
        if (!Files.exists(data)) {
            boolean root = "root".equals(System.getProperty("user.name"));
            Files.createDirectory(
                    data,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(root ? "rwx--x--x" : "rwx------")));
        }
    }

    /** Verifies an archive with the key of this installation, saves the state, and uses the release in it. */
    public Change upgrade(Path archive, StateFiles state) throws IOException {
        ReleaseKey key = ReleaseKey.read(folder.resolve(Release.KEY));
        Path sum = Archive.sum(archive);
        for (Path part : List.of(archive, sum)) {
            if (!Files.exists(part)) {
                throw new ProblemException(Place.of(part.toString()), "cli.release-part-missing");
            }
        }
        key.verify(sum, Sums.signature(sum));
        if (!Files.readString(sum)
                .equals(Sums.line(archive, archive.getFileName().toString()))) {
            throw new ProblemException(Place.of(archive.toString()), "cli.release-changed", archive.getFileName());
        }
        Path partial = partial();
        Tar.unpack(archive, partial);
        Release release = Release.verified(partial, key);
        String from = current();
        if (from.equals(release.id())) {
            Folders.delete(partial);
            throw new ProblemException(Place.of(archive.toString()), "cli.release-same", from);
        }
        Optional<Path> saved = state.save(release(from), saving(from + "-to-" + release.id()), secret());
        name(partial, release.id());
        Files.writeString(
                folder.resolve(UPGRADES),
                from + " " + release.id() + " "
                        + saved.map(file -> file.getFileName().toString()).orElse("-") + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        use(release.id());
        return new Change(from, release.id(), saved);
    }

    /** Uses the release from before the last upgrade again; brings its state back where the schema has moved on. */
    public Change rollBack(StateFiles state) throws IOException {
        String now = current();
        List<String> upgrades =
                Files.exists(folder.resolve(UPGRADES)) ? Files.readAllLines(folder.resolve(UPGRADES)) : List.of();
        String[] last = upgrades.stream()
                .map(line -> line.split(" "))
                .filter(line -> line[1].equals(now))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ProblemException(Place.of(folder.toString()), "cli.release-no-earlier"));
        Optional<Path> saved = Optional.empty();
        if (!last[2].equals("-")) {
            saved = state.save(release(now), saving(now + "-back"), secret());
            state.bringBack(release(last[0]), folder.resolve("backups").resolve(last[2]), secret());
        }
        use(last[0]);
        return new Change(now, last[0], saved);
    }

    private Path partial() throws IOException {
        Path partial = folder.resolve("releases/incoming.partial");
        Folders.delete(partial);
        Files.createDirectories(partial);
        return partial;
    }

    private void name(Path partial, String id) throws IOException {
        if (Files.isDirectory(release(id))) {
            Folders.delete(partial);
        } else {
            Files.move(partial, release(id), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path release(String id) {
        return folder.resolve("releases").resolve(id);
    }

    private String current() throws IOException {
        return Files.readSymbolicLink(folder.resolve(CURRENT)).getFileName().toString();
    }

    private void use(String id) throws IOException {
        Path next = folder.resolve(CURRENT + ".partial");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, Path.of("releases", id));
        Files.move(next, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A name that is not taken yet, for a file with the state. */
    private Path saving(String name) throws IOException {
        Path backups = folder.resolve("backups");
        if (!Files.exists(backups)) {
            Files.createDirectory(
                    backups, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        for (int i = 1; ; i++) {
            Path file = backups.resolve(name + "-" + i);
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    /** The passphrase of those files. It lies beside them: they are as open as the data they are made of. */
    private Path secret() throws IOException {
        Path secret = folder.resolve("backups/passphrase");
        if (!Files.exists(secret)) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, HexFormat.of().formatHex(bytes) + "\n");
        }
        return secret;
    }
}
