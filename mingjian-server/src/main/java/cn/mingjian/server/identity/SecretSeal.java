package cn.mingjian.server.identity;

import cn.mingjian.server.installation.InstallationKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Enciphers the secrets of one-time codes (AES-256-GCM), bound to their account. The key lies in a file beside the
 * database, so that a copy of the database alone gives no secret away.
 */
@Component
class SecretSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final InstallationKeys keys;
    private final SecureRandom random = new SecureRandom();

    SecretSeal(InstallationKeys keys) {
        this.keys = keys;
    }

    /** The nonce, then the enciphered secret. */
    byte[] seal(int account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when it was sealed for another account or with another key */
    byte[] open(int account, byte[] sealed) {
        ByteBuffer whole = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        byte[] rest = new byte[whole.remaining()];
        whole.get(rest);
        return cipher(Cipher.DECRYPT_MODE, account, nonce, rest);
    }

    private byte[] cipher(int mode, int account, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    mode, new SecretKeySpec(keys.key("one-time-codes"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("account " + account).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
