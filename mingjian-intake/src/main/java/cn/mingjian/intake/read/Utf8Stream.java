package cn.mingjian.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Text of another encoding as UTF-8, in memory only. What cannot be decoded becomes the byte FF, which is no UTF-8: the
 * cell is found damaged where it is cleaned.
 */
final class Utf8Stream extends InputStream {

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST = 4;
    private static final byte DAMAGED = (byte) 0xFF;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BLOCK);
    private final byte[] out = new byte[BLOCK * 3 + LONGEST];
    private int outAt;
    private int outLimit;
    private char high;
    private boolean ended;

    Utf8Stream(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (outAt == outLimit) {
            if (ended) {
                return -1;
            }
            convert();
        }
        int count = Math.min(length, outLimit - outAt);
        System.arraycopy(out, outAt, into, offset, count);
        outAt += count;
        return count;
    }

    private void convert() throws IOException {
        outAt = 0;
        outLimit = 0;
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        ended = read < 0;
        while (true) {
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, ended);
            encode(chars.array(), chars.position());
            if (result.isError()) {
                bytes.position(bytes.position() + Math.min(bytes.remaining(), Math.max(1, result.length())));
                out[outLimit++] = DAMAGED;
            } else {
                return;
            }
        }
    }

    private void encode(char[] text, int length) {
        int w = outLimit;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c < 0x80) {
                out[w++] = (byte) c;
            } else if (c < 0x800) {
                out[w++] = (byte) (0xC0 | c >> 6);
                out[w++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)) {
                high = c;
            } else if (Character.isLowSurrogate(c)) {
                int point = Character.toCodePoint(high, c);
                out[w++] = (byte) (0xF0 | point >> 18);
                out[w++] = (byte) (0x80 | (point >> 12 & 0x3F));
                out[w++] = (byte) (0x80 | (point >> 6 & 0x3F));
                out[w++] = (byte) (0x80 | (point & 0x3F));
            } else {
                out[w++] = (byte) (0xE0 | c >> 12);
                out[w++] = (byte) (0x80 | (c >> 6 & 0x3F));
                out[w++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        outLimit = w;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
