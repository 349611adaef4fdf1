package cn.mingjian.intake.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rows on their way into a side file, as delimited text in the version's own unfinished folder. */
final class Spool implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final byte[] buffer = new byte[BLOCK];
    private int used;

    Spool(Path file) throws IOException {
        this.file = file;
        this.out = Files.newOutputStream(file);
    }

    Path file() {
        return file;
    }

    Spool number(long value) throws IOException {
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.ISO_8859_1);
        write(digits, 0, digits.length);
        return this;
    }

    Spool text(byte[] bytes, int from, int to) throws IOException {
        write((byte) '"');
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                write(bytes, start, i + 1);
                start = i; // once more: a doubled quote
            }
        }
        write(bytes, start, to);
        write((byte) '"');
        return this;
    }

    Spool next() throws IOException {
        write((byte) ',');
        return this;
    }

    void end() throws IOException {
        write((byte) '\n');
    }

    private void write(byte b) throws IOException {
        if (used == BLOCK) {
            flush();
        }
        buffer[used++] = b;
    }

    private void write(byte[] bytes, int from, int to) throws IOException {
        if (to - from > BLOCK - used) {
            flush();
        }
        if (to - from > BLOCK) {
            out.write(bytes, from, to - from);
            return;
        }
        System.arraycopy(bytes, from, buffer, used, to - from);
        used += to - from;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
