package cn.mingjian.server.cipher;

import cn.mingjian.server.cipher.SealException.Fault;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * Opens a sealed file, in bounded memory. Every byte it gives is as it was sealed; whether there are more of them is known
 * only at the end, so nothing of a file counts before it was read to there.
 */
public final class SealedInput extends InputStream {

    private final PushbackInputStream in;
    private final Key key;
    private byte[] chunk = {};
    private int read;
    private long number;
    private boolean last;

    private SealedInput(PushbackInputStream in, Key key) {
        this.in = in;
        this.key = key;
    }

    /** Whether a file is a sealed one. */
    public static boolean sealed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SealedHead.begins(new DataInputStream(in));
        }
    }

    /** The number of the form of a sealed file, which says what wraps its key. */
    public static int form(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SealedHead.form(new DataInputStream(in));
        } catch (EOFException e) {
            throw new SealException(Fault.CUT_OFF);
        }
    }

    /** @throws SealException when it cannot be opened */
    public static SealedInput open(InputStream file, Wrapping wrapping) throws IOException {
        try {
            SealedHead head = SealedHead.read(new DataInputStream(file), wrapping);
            Key key = head.key(wrapping).orElseThrow(() -> new SealException(Fault.OTHER_PASSPHRASE));
            return new SealedInput(new PushbackInputStream(file), key);
        } catch (EOFException e) {
            throw new SealException(Fault.CUT_OFF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (read == chunk.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int some = Math.min(count, chunk.length - read);
        System.arraycopy(chunk, read, bytes, from, some);
        read += some;
        return some;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(Chunks.BYTES + Chunks.TAG_BYTES);
        if (sealed.length < Chunks.TAG_BYTES) {
            throw new SealException(Fault.CUT_OFF);
        }
        int after = in.read();
        if (after >= 0) {
            in.unread(after);
        }
        boolean ends = after < 0;
        try {
            chunk = Chunks.cipher(Cipher.DECRYPT_MODE, key, Chunks.nonce(number, ends))
                    .doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new SealException(ends ? Fault.CUT_OFF : Fault.CHANGED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        read = 0;
        number++;
        last = ends;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
