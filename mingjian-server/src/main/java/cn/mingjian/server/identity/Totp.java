package cn.mingjian.server.identity;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes of six digits by the time (RFC 6238, with HMAC-SHA-1 and steps of 30 s as every authenticator has them). */
final class Totp {

    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int MILLION = 1_000_000;

    /** A clock may be off by one step, and a code may be typed at the end of its own (RFC 6238, 5.2). */
    private static final int TOLERANCE = 1;

    private Totp() {}

    /** The step of a time. */
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step) {
        byte[] digest =
                digest(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = digest[digest.length - 1] & 0xf;
        int number = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format("%06d", number % MILLION);
    }

    /** The step near a time whose code this is, if it is later than the last one used. */
    static OptionalLong matching(byte[] secret, String code, Instant time, long used) {
        long now = step(time);
        return LongStream.rangeClosed(now - TOLERANCE, now + TOLERANCE)
                .filter(step -> step > used && code(secret, step).equals(code))
                .findFirst();
    }

    private static byte[] digest(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
