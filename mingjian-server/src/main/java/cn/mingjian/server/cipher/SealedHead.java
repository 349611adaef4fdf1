package cn.mingjian.server.cipher;

import cn.mingjian.server.cipher.Passphrase.Cost;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * What a sealed file begins with: the mark and number of its form, the cost and salt of the passphrase's key, and the key of
 * the file wrapped by that key.
 *
 * @param open the bytes before the wrapped key, which are authenticated with it
 */
record SealedHead(Cost cost, byte[] open, byte[] wrapped) {

    private static final byte[] MARK = "MJSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final int FORM = 1;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int OPEN_BYTES = MARK.length + 4 * Integer.BYTES + SALT_BYTES + Chunks.NONCE_BYTES;
    private static final int WRAPPED_BYTES = KEY_BYTES + Chunks.TAG_BYTES;

    /** A head, and the key of the file that it wraps. */
    record Made(SealedHead head, Key key) {}

    static Made make(Passphrase passphrase, SecureRandom random) throws GeneralSecurityException {
        Cost cost = Cost.USUAL;
        byte[] salt = bytes(random, SALT_BYTES);
        byte[] nonce = bytes(random, Chunks.NONCE_BYTES);
        byte[] open = ByteBuffer.allocate(OPEN_BYTES)
                .put(MARK)
                .putInt(FORM)
                .putInt(cost.kibibytes())
                .putInt(cost.passes())
                .putInt(cost.lanes())
                .put(salt)
                .put(nonce)
                .array();
        byte[] key = bytes(random, KEY_BYTES);
        Cipher cipher = Chunks.cipher(Cipher.ENCRYPT_MODE, Chunks.key(passphrase.key(salt, cost)), nonce);
        cipher.updateAAD(open);
        return new Made(new SealedHead(cost, open, cipher.doFinal(key)), Chunks.key(key));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /**
     * Reads one.
     *
     * @throws SealException when the file is none of ours, or of a form that this version does not know
     * @throws java.io.EOFException when it ends too early
     */
    static SealedHead read(DataInputStream in) throws IOException {
        byte[] mark = in.readNBytes(MARK.length);
        if (!Arrays.equals(mark, MARK)) {
            throw new SealException(SealException.Fault.NOT_SEALED);
        }
        byte[] open = new byte[OPEN_BYTES];
        System.arraycopy(mark, 0, open, 0, MARK.length);
        in.readFully(open, MARK.length, OPEN_BYTES - MARK.length);
        byte[] wrapped = new byte[WRAPPED_BYTES];
        in.readFully(wrapped);
        ByteBuffer fields = ByteBuffer.wrap(open, MARK.length, 4 * Integer.BYTES);
        if (fields.getInt() != FORM) {
            throw new SealException(SealException.Fault.NEWER_FORM);
        }
        Cost cost = new Cost(fields.getInt(), fields.getInt(), fields.getInt());
        if (!cost.bearable()) {
            throw new SealException(SealException.Fault.CHANGED);
        }
        return new SealedHead(cost, open, wrapped);
    }

    /** The key of the file, none where the passphrase is another or a byte of the head was changed. */
    Optional<Key> key(Passphrase passphrase) throws GeneralSecurityException {
        int salt = MARK.length + 4 * Integer.BYTES;
        int nonce = salt + SALT_BYTES;
        Key key = Chunks.key(passphrase.key(Arrays.copyOfRange(open, salt, nonce), cost));
        Cipher cipher = Chunks.cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(open, nonce, OPEN_BYTES));
        cipher.updateAAD(open);
        try {
            return Optional.of(Chunks.key(cipher.doFinal(wrapped)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        }
    }
}
