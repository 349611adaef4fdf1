package cn.mingjian.server.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the content of a sealed file is cut: chunks of {@value #BYTES} bytes, each under AES-256-GCM with a nonce of its
 * number and of whether it is the last, so that none can be moved, left out or followed by nothing. The key is of one file
 * only, so that no nonce ever comes twice under it.
 */
final class Chunks {

    static final int BYTES = 1 << 18;
    static final int TAG_BYTES = 16;
    static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = TAG_BYTES * Byte.SIZE;

    private Chunks() {}

    static Cipher cipher(int mode, Key key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    static Key key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    static byte[] nonce(long number, boolean last) {
        return ByteBuffer.allocate(NONCE_BYTES)
                .putLong(number)
                .putInt(last ? 1 : 0)
                .array();
    }
}
