package cn.mingjian.cli.release;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** The key that signs releases, with its public half; whoever holds its file can make releases that installations accept. */
public record SigningKey(PrivateKey secret, ReleaseKey shown) {

    private static final String ALGORITHM = "Ed25519";
    private static final String KIND = "PRIVATE KEY";

    /** The key in a file, its public half in the file of the same name with {@code .pub}; makes both where there is none. */
    public static SigningKey of(Path file) throws IOException {
        Path shown = file.resolveSibling(file.getFileName() + ".pub");
        try {
            if (!Files.exists(file)) {
                make(file, shown);
            }
            PrivateKey secret =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Pem.read(file, KIND)));
            return new SigningKey(secret, ReleaseKey.read(shown));
        } catch (GeneralSecurityException e) {
            throw new ProblemException(Place.of(file.toString()), "cli.release-key");
        }
    }

    private static void make(Path file, Path shown) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.writeString(shown, new ReleaseKey(pair.getPublic()).pem());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Pem.of(KIND, pair.getPrivate().getEncoded()));
    }

    /** Writes the signature of a small file beside it. */
    void sign(Path file) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(Files.readAllBytes(file));
            Files.write(Sums.signature(file), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
