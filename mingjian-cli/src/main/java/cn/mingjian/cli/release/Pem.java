package cn.mingjian.cli.release;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Keys as text between two marks. */
final class Pem {

    private static final int LINE = 64;

    private Pem() {}

    static String of(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + kind
                + "-----\n";
    }

    /** @throws ProblemException when the file is no key of this kind */
    static byte[] read(Path file, String kind) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        if (text.startsWith(begin) && text.endsWith(end)) {
            try {
                return Base64.getMimeDecoder().decode(text.substring(begin.length(), text.length() - end.length()));
            } catch (IllegalArgumentException e) {
                // Said below.
            }
        }
        throw new ProblemException(Place.of(file.toString()), "cli.release-key");
    }
}
