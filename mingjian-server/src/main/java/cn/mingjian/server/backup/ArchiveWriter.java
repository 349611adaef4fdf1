package cn.mingjian.server.backup;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealedOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A backup while it is written: a sealed, compressed tar that gets its name when it is whole, readable by its owner alone. */
final class ArchiveWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path partial;
    private final TarArchiveOutputStream tar;

    private ArchiveWriter(Path file, Path partial, TarArchiveOutputStream tar) {
        this.file = file;
        this.partial = partial;
        this.tar = tar;
    }

    static ArchiveWriter begin(Path file, Passphrase passphrase) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        OutputStream out = Channels.newOutputStream(FileChannel.open(
                partial,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        GzipParameters quick = new GzipParameters();
        quick.setCompressionLevel(1); // most of it is compressed already
        OutputStream sealed = new BufferedOutputStream(SealedOutput.begin(out, passphrase), BUFFER);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(sealed, quick), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return new ArchiveWriter(file, partial, tar);
    }

    void add(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    void addFolder(String name, Path folder) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(Entries.FILES + name + "/", TarConstants.LF_DIR);
        entry.setMode(Modes.of(folder));
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    /**
     * Adds a file as long as it is now; what is appended meanwhile came too late.
     *
     * @throws NoSuchFileException when it went away meanwhile, or became shorter
     */
    void addFile(String name, Path source, FileTally tally) throws IOException {
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
            TarArchiveEntry entry = new TarArchiveEntry(Entries.FILES + name);
            entry.setMode(Modes.of(source));
            entry.setSize(channel.size());
            tar.putArchiveEntry(entry);
            DigestInputStream content = new DigestInputStream(Channels.newInputStream(channel), Digests.sha256());
            copy(content, entry.getSize(), source);
            tar.closeArchiveEntry();
            tally.add(name, entry.getSize(), Digests.hex(content.getMessageDigest()));
        }
    }

    private void copy(InputStream from, long size, Path source) throws IOException {
        byte[] block = new byte[BUFFER];
        for (long left = size; left > 0; ) {
            int read = from.read(block, 0, (int) Math.min(block.length, left));
            if (read < 0) {
                throw new NoSuchFileException(source.toString());
            }
            tar.write(block, 0, read);
            left -= read;
        }
    }

    /** All is in it. */
    void finish() throws IOException {
        tar.close();
        Folders.force(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(file.toAbsolutePath().resolveSibling(""));
    }

    /** Leaves nothing of one that was not finished. */
    @Override
    public void close() throws IOException {
        if (Files.deleteIfExists(partial)) {
            tar.close();
        }
    }
}
