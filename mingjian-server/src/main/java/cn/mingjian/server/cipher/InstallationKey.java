package cn.mingjian.server.cipher;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** The key under which an installation seals what it keeps: in memory while the installation is unlocked, and nowhere else. */
public final class InstallationKey implements Wrapping {

    /** How long it is. */
    public static final int BYTES = 32;

    private static final int FORM = 2;
    private static final int NUMBER_BYTES = 16;
    private static final byte[] NUMBER_OF = "MJSEALED installation".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final String place;

    private InstallationKey(byte[] bytes, String place) {
        this.bytes = bytes;
        this.place = place;
    }

    /** A new one. */
    public static InstallationKey make(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /** The one of these bytes. */
    public static InstallationKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes");
        }
        return new InstallationKey(bytes.clone(), "");
    }

    /** The same for one file.
     *
     * @param file its path within the installation, with slashes
     */
    public InstallationKey at(String file) {
        return new InstallationKey(bytes, file);
    }

    /** It as it is sealed itself. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public int parameterBytes() {
        return NUMBER_BYTES;
    }

    @Override
    public byte[] parameters(SecureRandom random) {
        return number();
    }

    @Override
    public Key key(byte[] parameters) throws SealException {
        if (!MessageDigest.isEqual(parameters, number())) {
            throw new SealException(SealException.Fault.OTHER_INSTALLATION);
        }
        return Chunks.key(bytes);
    }

    @Override
    public byte[] place() {
        return place.getBytes(StandardCharsets.UTF_8);
    }

    /** By which a file tells under which key it was sealed; tells nothing of the key. */
    private byte[] number() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(NUMBER_OF);
            return Arrays.copyOf(digest.digest(bytes), NUMBER_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never its bytes. */
    @Override
    public String toString() {
        return "InstallationKey";
    }
}
