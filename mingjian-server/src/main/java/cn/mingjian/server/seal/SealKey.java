package cn.mingjian.server.seal;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.cipher.InstallationKey;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.cipher.SealException;
import cn.mingjian.server.cipher.SealException.Fault;
import cn.mingjian.server.cipher.SealedInput;
import cn.mingjian.server.cipher.SealedOutput;
import cn.mingjian.server.cipher.TokenKey;
import cn.mingjian.server.cipher.Wrapping;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The key of an installation in {@code state/seal.key}, sealed under what a second person knows (a passphrase) or holds (a
 * device and its PIN, {@code state/seal.token} says which).
 */
public final class SealKey {

    private final Path state;
    private final Path file;
    private final Path token;

    SealKey(ServerSettings settings) {
        this.state = settings.state();
        this.file = settings.state().resolve("seal.key");
        this.token = settings.state().resolve("seal.token");
    }

    boolean there() {
        return Files.exists(file);
    }

    /**
     * Opens it.
     *
     * @param word the passphrase, or the PIN of the device
     * @throws SealException when the word is another, or the file was changed
     */
    InstallationKey open(String word) throws IOException {
        if (SealedInput.form(file) != TokenKey.FORM) {
            return read(passphrase(word));
        }
        try (Token device = Token.enter(token, word)) {
            return read(device.key());
        }
    }

    private static Passphrase passphrase(String word) throws SealException {
        try {
            return new Passphrase(word);
        } catch (ProblemException tooShort) {
            throw new SealException(Fault.OTHER_PASSPHRASE);
        }
    }

    private InstallationKey read(Wrapping wrapping) throws IOException {
        try (InputStream in = SealedInput.open(Files.newInputStream(file), wrapping)) {
            byte[] bytes = in.readAllBytes();
            if (bytes.length != InstallationKey.BYTES) {
                throw new SealException(Fault.CHANGED);
            }
            return InstallationKey.of(bytes);
        }
    }

    /** Seals it under a passphrase. */
    void keep(InstallationKey key, Passphrase passphrase) throws IOException {
        write(key, passphrase);
        Files.deleteIfExists(token);
    }

    /** Seals it under the key of a device. */
    void keep(InstallationKey key, Path configuration, String pin) throws IOException {
        try (Token device = Token.enter(configuration, pin)) {
            Folders.make(state);
            Folders.write(token, Files.readString(configuration));
            write(key, device.key());
        }
    }

    private void write(InstallationKey key, Wrapping wrapping) throws IOException {
        Folders.make(state);
        Path partial = Files.createTempFile(
                state,
                "seal",
                ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = SealedOutput.begin(Files.newOutputStream(partial), wrapping)) {
            out.write(key.bytes());
        }
        Folders.force(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(state);
    }
}
