package cn.mingjian.server.postgres;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL that come with the product, unpacked once. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder {@code bin} of the unpacked programs; unpacks them beside it and names them in one step. */
    static Path unpackedUnder(Path home) throws IOException {
        Path folder = folder(home);
        if (!Files.exists(folder)) {
            Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
            Folders.delete(partial);
            unpack(partial);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return bin(home);
    }

    /** Where the programs lie once they are unpacked. */
    static Path bin(Path home) throws IOException {
        return folder(home).resolve("bin");
    }

    private static Path folder(Path home) throws IOException {
        return home.resolve("postgresql-" + version());
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive())) {
            if (packed == null) {
                throw new ProblemException(Place.of(archive()), "server.no-postgres-here", machine());
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** The version that the build took: another one is unpacked anew. */
    private static String version() throws IOException {
        Properties built = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/postgres.properties")) {
            built.load(Objects.requireNonNull(in, "it comes with the product"));
        }
        return built.getProperty("version");
    }

    private static String archive() {
        return "/postgres-linux-" + (machine().equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static String machine() {
        return System.getProperty("os.arch");
    }
}
