package cn.mingjian.server.backup;

import cn.mingjian.model.folder.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Files of a backup as they are written into a folder, safely on the disk. */
final class RestoredFiles {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path target;
    private final Set<String> folders;
    private final FileTally tally = new FileTally();
    private final List<Made> made = new ArrayList<>();

    /** A folder gets its permissions when all is in it. */
    private record Made(Path folder, int mode) {}

    /** @param folders in which files may lie, at the top of the target */
    RestoredFiles(Path target, List<String> folders) {
        this.target = target;
        this.folders = Set.copyOf(folders);
    }

    void add(TarArchiveEntry entry, InputStream content) throws IOException {
        String name = entry.getName().substring(Entries.FILES.length());
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target) || !folders.contains(name.substring(0, (name + "/").indexOf('/')))) {
            throw new IOException("An entry lies outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectory(path, OWNER_FOLDER);
            made.add(new Made(path, entry.getMode()));
        } else {
            write(name, path, content);
            Files.setPosixFilePermissions(path, Modes.permissions(entry.getMode()));
        }
    }

    private void write(String name, Path path, InputStream content) throws IOException {
        try (FileChannel file =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_FILE)) {
            DigestInputStream digested = new DigestInputStream(content, Digests.sha256());
            long size = digested.transferTo(Channels.newOutputStream(file));
            file.force(true);
            tally.add(name, size, Digests.hex(digested.getMessageDigest()));
        }
    }

    /** All files are there. */
    FileTally.Sum finish() throws IOException {
        Collections.reverse(made);
        for (Made one : made) {
            Folders.force(one.folder());
            Files.setPosixFilePermissions(one.folder(), Modes.permissions(one.mode()));
        }
        return tally.sum();
    }
}
