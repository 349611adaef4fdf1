package cn.mingjian.engine.run;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers clues: HMAC-SHA-256 over the clue key under a secret of the installation. A bare hash over an identity number
 * can be reversed by trying all numbers.
 */
public final class NumberingKey {

    /** The published key of tests, demo and examples. Numbers made with it protect nothing. */
    public static final NumberingKey PUBLISHED =
            new NumberingKey("mingjian published numbering key".getBytes(StandardCharsets.UTF_8));

    private static final int BYTES = 32;

    private final byte[] secret;
    private final Mac mac;

    private NumberingKey(byte[] secret) {
        this.secret = secret.clone();
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a key in a file, readable by its owner alone, unless there is one already. */
    public static void makeIfMissing(Path file) {
        if (!Files.exists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            new NumberingKey(secret).write(file);
        }
    }

    /**
     * The key in a file of 64 hexadecimal digits.
     *
     * @throws ProblemException when the file holds anything else
     */
    public static NumberingKey read(Path file) {
        try {
            String digits = Files.readString(file).strip();
            if (!digits.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
                throw new ProblemException(Place.of(file.toString()), "run.numbering-key");
            }
            return new NumberingKey(HexFormat.of().parseHex(digits));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the key into a file that only its owner can read; a file that is there already is left as it is. */
    public void write(Path file) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        try {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(
                    folder,
                    "numbering",
                    ".partial",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(partial, HexFormat.of().formatHex(secret) + "\n");
                Files.createLink(file, partial);
            } catch (FileAlreadyExistsException e) {
                // Another start made it first; its key is as good.
            } finally {
                Files.delete(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of a clue. */
    public String number(String clueKey) {
        synchronized (mac) {
            return HexFormat.of().formatHex(mac.doFinal(clueKey.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
