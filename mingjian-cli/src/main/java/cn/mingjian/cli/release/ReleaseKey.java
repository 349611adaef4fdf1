package cn.mingjian.cli.release;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** The public half of the key that signs releases (Ed25519), in a PEM file as OpenSSL reads it. */
public record ReleaseKey(PublicKey key) {

    static final String KIND = "PUBLIC KEY";

    /** @throws ProblemException when the file holds none */
    public static ReleaseKey read(Path file) throws IOException {
        try {
            byte[] bytes = Pem.read(file, KIND);
            return new ReleaseKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            throw new ProblemException(Place.of(file.toString()), "cli.release-key");
        }
    }

    /**
     * Looks whether a file is as it was signed.
     *
     * @throws ProblemException when it is not
     */
    void verify(Path file, Path signature) throws IOException {
        if (!Files.exists(signature)) {
            throw new ProblemException(Place.of(signature.toString()), "cli.release-part-missing");
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(Files.readAllBytes(file));
            if (check.verify(Files.readAllBytes(signature))) {
                return;
            }
        } catch (GeneralSecurityException e) {
            // As bad as a wrong one.
        }
        throw new ProblemException(Place.of(file.toString()), "cli.release-signature", fingerprint());
    }

    String pem() {
        return Pem.of(KIND, key.getEncoded());
    }

    /** What two people compare by telephone: the first half of the SHA-256 of the key. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest, 0, digest.length / 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
