package cn.mingjian.cli.release;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a release: a folder with Java, jars, library, pages and launcher, whose files are summed and signed, packed as one
 * file with its sum and the signature of that sum beside it.
 */
public final class Archive {

    private static final List<String> TEXTS = List.of("README.md", "README.zh-CN.md", "SECURITY.md");

    private final Path home;
    private final String version;
    private final JavaRuntime java;
    private final SigningKey key;

    private Archive(Path home, String version, JavaRuntime java, SigningKey key) {
        this.home = home;
        this.version = version;
        this.java = java;
        this.key = key;
    }

    /**
     * Makes one.
     *
     * @param home the repository, built by its launcher
     * @param jdk whose modules the release gets, for its processor
     * @return the file
     */
    public static Path make(Path home, String version, Path jdk, SigningKey key, Path out) throws IOException {
        Files.createDirectories(out);
        return new Archive(home, version, JavaRuntime.of(jdk), key).make(out);
    }

    private Path make(Path out) throws IOException {
        String name = "mingjian-" + version + "-" + java.platform().word();
        Path staged = out.resolve(name + ".partial");
        Path archive = out.resolve(name + ".tar.gz");
        Folders.delete(staged);
        try {
            stage(staged);
            Path packed = out.resolve(name + ".tar.gz.partial");
            Tar.pack(staged, name, packed);
            Files.move(packed, archive, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(staged);
        }
        Path sum = sum(archive);
        Files.writeString(sum, Sums.line(archive, archive.getFileName().toString()));
        key.sign(sum);
        Files.writeString(out.resolve(Release.KEY), key.shown().pem());
        return archive;
    }

    /** The file with the sum of an archive. */
    static Path sum(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".sha256");
    }

    private void stage(Path folder) throws IOException {
        Files.createDirectories(folder);
        java.link(folder.resolve("runtime"));
        unlink(folder.resolve("runtime"));
        jars(folder.resolve("jars"));
        copyTree(home.resolve("library"), folder.resolve("library"));
        for (String text : TEXTS) {
            Files.copy(home.resolve(text), folder.resolve(text));
        }
        program(folder.resolve("mingjian"), Files.readAllBytes(home.resolve("mingjian")));
        try (InputStream install = Objects.requireNonNull(Archive.class.getResourceAsStream("/release/install"))) {
            program(folder.resolve("install"), install.readAllBytes());
        }
        Files.writeString(folder.resolve(Release.VERSION), version + "\n");
        Files.writeString(folder.resolve(Release.KEY), key.shown().pem());
        Files.writeString(folder.resolve(Sums.FILE), Sums.ofFolder(folder));
        key.sign(folder.resolve(Sums.FILE));
    }

    private static void program(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Licences of Java are links to one another, which not every way of copying keeps. */
    private static void unlink(Path runtime) throws IOException {
        try (Stream<Path> found = Files.walk(runtime)) {
            for (Path link : found.filter(Files::isSymbolicLink).toList()) {
                byte[] content = Files.readAllBytes(link);
                Files.delete(link);
                Files.write(link, content);
            }
        }
    }

    /** Command line and server have most jars in common, and some in two versions. */
    private void jars(Path target) throws IOException {
        TreeMap<String, Path> commands = built("cli");
        TreeMap<String, Path> server = built("server");
        Set<String> names = new TreeSet<>(commands.keySet());
        names.addAll(server.keySet());
        for (String folder : List.of("", "cli", "server")) {
            Files.createDirectories(target.resolve(folder));
        }
        for (String name : names) {
            Path ofCommands = commands.get(name);
            Path ofServer = server.get(name);
            if (ofCommands != null && ofServer != null && Files.mismatch(ofCommands, ofServer) < 0) {
                Files.copy(ofServer, target.resolve(name));
            } else {
                copy(ofCommands, target.resolve("cli"), name);
                copy(ofServer, target.resolve("server"), name);
            }
        }
    }

    private static void copy(@Nullable Path jar, Path folder, String name) throws IOException {
        if (jar != null) {
            Files.copy(jar, folder.resolve(name));
        }
    }

    private TreeMap<String, Path> built(String part) throws IOException {
        Path folder = home.resolve("mingjian-" + part + "/target/launcher");
        TreeMap<String, Path> jars = new TreeMap<>();
        for (Path place : List.of(folder, folder.resolve("lib"))) {
            if (!Files.isDirectory(place)) {
                throw new ProblemException(Place.of(place.toString()), "cli.release-not-built");
            }
            try (Stream<Path> found = Files.list(place)) {
                found.filter(file -> file.toString().endsWith(".jar"))
                        .filter(file -> java.platform().needs(file.getFileName().toString()))
                        .forEach(file -> jars.put(file.getFileName().toString(), file));
            }
        }
        return jars;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>(Sums.files(from));
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
