package cn.mingjian.server.cipher;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/** Seals what is written to it, in bounded memory. A file counts only when this was closed: it ends with its last chunk. */
public final class SealedOutput extends OutputStream {

    private final OutputStream out;
    private final Key key;
    private final byte[] chunk = new byte[Chunks.BYTES];
    private int filled;
    private long number;
    private boolean closed;

    private SealedOutput(OutputStream out, Key key) {
        this.out = out;
        this.key = key;
    }

    /** Begins a sealed file, with a key of its own. */
    public static SealedOutput begin(OutputStream out, Wrapping wrapping) throws IOException {
        try {
            SealedHead.Made made = SealedHead.make(wrapping, new SecureRandom());
            out.write(made.head().open());
            out.write(made.head().wrapped());
            return new SealedOutput(out, made.key());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int written = 0;
        while (written < count) {
            if (filled == chunk.length) {
                seal(false);
            }
            int some = Math.min(count - written, chunk.length - filled);
            System.arraycopy(bytes, from + written, chunk, filled, some);
            filled += some;
            written += some;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            Cipher cipher = Chunks.cipher(Cipher.ENCRYPT_MODE, key, Chunks.nonce(number, last));
            out.write(cipher.doFinal(chunk, 0, filled));
            number++;
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                seal(true);
            }
        }
    }
}
