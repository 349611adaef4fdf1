package cn.mingjian.sample;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text file again in the encoding of older systems, a buffer at a time. */
final class Transcoding {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Transcoding() {}

    static void toGb18030(Path file) {
        Path other = file.resolveSibling(file.getFileName() + ".gb18030");
        try {
            try (Reader in = Files.newBufferedReader(file);
                    Writer out = Files.newBufferedWriter(other, GB18030)) {
                in.transferTo(out);
            }
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
