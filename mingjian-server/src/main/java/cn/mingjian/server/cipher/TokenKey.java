package cn.mingjian.server.cipher;

import java.security.Key;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** A key in a device that uses it and never gives it away (PKCS#11). */
public record TokenKey(SecretKey inside) implements Wrapping {

    /** The number of its form. */
    public static final int FORM = 3;

    @Override
    public int form() {
        return FORM;
    }

    @Override
    public int parameterBytes() {
        return 0;
    }

    @Override
    public byte[] parameters(SecureRandom random) {
        return new byte[0];
    }

    @Override
    public Key key(byte[] parameters) {
        return inside;
    }
}
