package cn.mingjian.documents.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bytes of plain text as characters: by their byte order mark, else UTF-8 or GB18030 where one of them fits. */
final class TextDecoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 12;

    private TextDecoding() {}

    /** The text; empty when the bytes are text in none of the encodings. */
    static Optional<String> decode(byte[] bytes, int length) {
        if (starts(bytes, length, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, length, StandardCharsets.UTF_8);
        }
        if (starts(bytes, length, 0xFF, 0xFE)) {
            return strict(bytes, 2, length, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, length, 0xFE, 0xFF)) {
            return strict(bytes, 2, length, StandardCharsets.UTF_16BE);
        }
        if (zeros(bytes, length)) {
            return Optional.empty();
        }
        return List.of(StandardCharsets.UTF_8, GB18030).stream()
                .flatMap(charset -> strict(bytes, 0, length, charset).stream())
                .findFirst();
    }

    private static Optional<String> strict(byte[] bytes, int from, int length, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A byte of nought is no text in these encodings. */
    private static boolean zeros(byte[] bytes, int length) {
        for (int i = 0; i < Math.min(length, SAMPLE); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, int length, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
