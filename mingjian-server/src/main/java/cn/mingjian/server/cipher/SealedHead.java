package cn.mingjian.server.cipher;

import cn.mingjian.server.cipher.SealException.Fault;
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
 * What a sealed file begins with: the mark and number of its form, what its form needs to find the wrapping key again, and the
 * key of the file wrapped by that key.
 *
 * @param open the bytes before the wrapped key, which are authenticated with it
 */
record SealedHead(byte[] open, byte[] wrapped) {

    private static final byte[] MARK = "MJSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final int BEFORE_PARAMETERS = MARK.length + Integer.BYTES;
    private static final int KEY_BYTES = 32;
    private static final int WRAPPED_BYTES = KEY_BYTES + Chunks.TAG_BYTES;

    /** A head, and the key of the file that it wraps. */
    record Made(SealedHead head, Key key) {}

    static Made make(Wrapping wrapping, SecureRandom random) throws IOException, GeneralSecurityException {
        byte[] parameters = wrapping.parameters(random);
        byte[] nonce = bytes(random, Chunks.NONCE_BYTES);
        byte[] open = ByteBuffer.allocate(BEFORE_PARAMETERS + parameters.length + nonce.length)
                .put(MARK)
                .putInt(wrapping.form())
                .put(parameters)
                .put(nonce)
                .array();
        byte[] key = bytes(random, KEY_BYTES);
        Cipher cipher = Chunks.cipher(Cipher.ENCRYPT_MODE, wrapping.key(parameters), nonce);
        cipher.updateAAD(bound(open, wrapping));
        return new Made(new SealedHead(open, cipher.doFinal(key)), Chunks.key(key));
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bound(byte[] open, Wrapping wrapping) {
        byte[] place = wrapping.place();
        return ByteBuffer.allocate(open.length + place.length)
                .put(open)
                .put(place)
                .array();
    }

    /** Whether a file begins as sealed ones do. */
    static boolean begins(DataInputStream in) throws IOException {
        return Arrays.equals(in.readNBytes(MARK.length), MARK);
    }

    /** The number of the form, after the mark. */
    static int form(DataInputStream in) throws IOException {
        if (!begins(in)) {
            throw new SealException(Fault.NOT_SEALED);
        }
        return in.readInt();
    }

    /**
     * Reads one.
     *
     * @throws SealException when the file is none of ours, or of a form that this version does not know or another opens
     * @throws java.io.EOFException when it ends too early
     */
    static SealedHead read(DataInputStream in, Wrapping wrapping) throws IOException {
        int form = form(in);
        if (form != wrapping.form()) {
            throw new SealException(form > 0 && form <= Wrapping.LAST_FORM ? Fault.OTHER_WAY : Fault.NEWER_FORM);
        }
        byte[] rest = new byte[wrapping.parameterBytes() + Chunks.NONCE_BYTES];
        in.readFully(rest);
        byte[] wrapped = new byte[WRAPPED_BYTES];
        in.readFully(wrapped);
        byte[] open = ByteBuffer.allocate(BEFORE_PARAMETERS + rest.length)
                .put(MARK)
                .putInt(form)
                .put(rest)
                .array();
        return new SealedHead(open, wrapped);
    }

    /** The key of the file, none where what wraps is another, a byte of the head was changed or the place is another. */
    Optional<Key> key(Wrapping wrapping) throws IOException, GeneralSecurityException {
        int nonce = open.length - Chunks.NONCE_BYTES;
        Key key = wrapping.key(Arrays.copyOfRange(open, BEFORE_PARAMETERS, nonce));
        Cipher cipher = Chunks.cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(open, nonce, open.length));
        cipher.updateAAD(bound(open, wrapping));
        try {
            return Optional.of(Chunks.key(cipher.doFinal(wrapped)));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        }
    }
}
