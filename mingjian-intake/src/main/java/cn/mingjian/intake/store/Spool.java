package cn.mingjian.intake.store;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rows on their way into a side file, as delimited text in the version's own unfinished folder. */
final class Spool implements Closeable {

    private final Path file;
    private final OutputStream out;

    Spool(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    Path file() {
        return file;
    }

    Spool number(long value) throws IOException {
        out.write(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Spool text(String value) throws IOException {
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    Spool text(byte[] value) throws IOException {
        out.write('"');
        for (byte b : value) {
            if (b == '"') {
                out.write('"');
            }
            out.write(b);
        }
        out.write('"');
        return this;
    }

    Spool next() throws IOException {
        out.write(',');
        return this;
    }

    void end() throws IOException {
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
