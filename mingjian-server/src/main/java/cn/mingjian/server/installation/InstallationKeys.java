package cn.mingjian.server.installation;

import cn.mingjian.model.folder.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Keys of this installation: random, each made at its first use in a file that only its owner can read. */
@Component
public class InstallationKeys {

    private static final int BYTES = 32;

    private final ServerSettings settings;

    InstallationKeys(ServerSettings settings) {
        this.settings = settings;
    }

    /** The key of a name, 256 bits. */
    public synchronized byte[] key(String name) {
        Path file = settings.state().resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(settings.state());
        Path partial = Files.createTempFile(
                settings.state(),
                "key",
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(partial, key);
        Folders.force(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
