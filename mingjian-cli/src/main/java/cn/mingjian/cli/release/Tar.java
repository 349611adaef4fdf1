package cn.mingjian.cli.release;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Folders as compressed archives: the same files give the same bytes, whoever packs them and when. */
final class Tar {

    private static final int PROGRAM = 0755;
    private static final int TEXT = 0644;
    private static final int OWNER_EXECUTES = 0100;
    private static final long DAY_ONE = 0;

    private Tar() {}

    /** @param name of the folder inside the archive */
    static void pack(Path folder, String name, Path archive) throws IOException {
        GzipParameters still = new GzipParameters();
        still.setOperatingSystem(255); // unknown: which one packs it makes no difference
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)), still),
                "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Path file : Sums.files(folder)) {
                TarArchiveEntry entry = new TarArchiveEntry(name + "/" + folder.relativize(file));
                entry.setSize(Files.size(file));
                entry.setMode(Files.isExecutable(file) ? PROGRAM : TEXT);
                entry.setModTime(DAY_ONE);
                tar.putArchiveEntry(entry);
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
    }

    /** Unpacks the one folder that an archive holds, without its name, into one that is made. */
    static void unpack(Path archive, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().replaceFirst("^[^/]+/", "");
                Path target = folder.resolve(name).normalize();
                if (entry.isDirectory()) {
                    continue; // made with its first file
                }
                if (entry.getLinkFlag() != TarConstants.LF_NORMAL
                        || !target.startsWith(folder)
                        || target.equals(folder)) {
                    throw new IOException("The archive holds something else than files of its folder");
                }
                Files.createDirectories(target.getParent());
                Files.copy(tar, target);
                boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
