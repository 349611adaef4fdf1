package cn.mingjian.intake.read;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the characters of a text file are written, found by looking at samples from all over the file.
 *
 * @param charset UTF-8, GB18030, UTF-16LE or UTF-16BE
 * @param mark length of the byte order mark that the file begins with
 */
record Encoding(Charset charset, int mark) {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLES = 32;

    /** Looks at a file; a file whose bytes are none of the encodings is refused. */
    static Encoding of(Path file) throws IOException {
        List<byte[]> samples = samples(file);
        byte[] first = samples.get(0);
        if (starts(first, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(first, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(first, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        int even = zeros(first, 0);
        int odd = zeros(first, 1);
        if (even + odd > 0 && even + odd >= first.length / 50) {
            if (Math.max(even, odd) < 10 * Math.min(even, odd)) {
                throw new UnreadableException("intake.not-text");
            }
            return new Encoding(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (samples.stream().allMatch(sample -> fits(sample, charset))) {
                return new Encoding(charset, 0);
            }
        }
        return rarely(samples);
    }

    /** A few damaged characters in a long text make damaged rows, not an unreadable file. */
    private static Encoding rarely(List<byte[]> samples) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (samples.stream().allMatch(sample -> nearlyFits(sample, charset))) {
                return new Encoding(charset, 0);
            }
        }
        throw new UnreadableException("intake.unknown-encoding");
    }

    private static boolean fits(byte[] sample, Charset charset) {
        return faults(sample, charset) == 0;
    }

    private static boolean nearlyFits(byte[] sample, Charset charset) {
        return faults(sample, charset) <= sample.length / 2000;
    }

    /** Places where the sample cannot be decoded; a character cut at its end, or at its start, is none. */
    private static int faults(byte[] sample, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(SAMPLE * 2);
        int faults = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            if (!result.isError()) {
                return faults;
            }
            if (in.position() > 0) {
                faults++;
            }
            in.position(in.position() + 1);
            decoder.reset();
        }
    }

    private static List<byte[]> samples(Path file) throws IOException {
        List<byte[]> samples = new ArrayList<>();
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            long step = Math.max(SAMPLE, length / SAMPLES & ~1L);
            for (long from = 0; samples.isEmpty() || from < length; from += step) {
                in.seek(from);
                byte[] sample = new byte[(int) Math.min(SAMPLE, length - from)];
                in.readFully(sample);
                samples.add(from == 0 ? sample : fromLineStart(sample));
            }
        }
        return samples;
    }

    /** Only a line's start is surely the start of a character: LF is no part of a longer one in UTF-8 and GB18030. */
    private static byte[] fromLineStart(byte[] sample) {
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == '\n') {
                return java.util.Arrays.copyOfRange(sample, i + 1, sample.length);
            }
        }
        return new byte[0];
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int offset) {
        int zeros = 0;
        for (int i = offset; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
