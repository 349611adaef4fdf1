package cn.mingjian.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file's bytes, counted and digested on the way. */
final class MeasuredStream extends FilterInputStream {

    private static final int BLOCK = 1 << 16;

    private final MessageDigest digest = sha256();
    private long bytes;
    private boolean ended;

    MeasuredStream(InputStream in) {
        super(in);
    }

    /** The digest of a file, read for nothing else. */
    static String digest(Path file) throws IOException {
        try (MeasuredStream in = new MeasuredStream(Files.newInputStream(file))) {
            byte[] block = new byte[BLOCK];
            int read = 0;
            while (read >= 0) {
                read = in.read(block, 0, block.length);
            }
            return in.digest().orElseThrow();
        }
    }

    /** Bytes read so far; also asked for by other threads, to whom a slightly old answer will do. */
    long bytes() {
        return bytes;
    }

    /** The digest of the whole file, once it was read to its end. */
    Optional<String> digest() {
        return ended ? Optional.of(HexFormat.of().formatHex(copy().digest())) : Optional.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count < 0) {
            ended = true;
        } else {
            digest.update(into, offset, count);
            bytes += count;
        }
        return count;
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
