package cn.mingjian.functions;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in a sentence of a document: its bare words, what stands for them, its first number, its first rate. */
public final class Sentences {

    private static final int DIGEST_BYTES = 8;

    private Sentences() {}

    /** The text in half width without blanks and line breaks, for patterns; null when nothing is left. */
    public static @Nullable String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Width.isBlank(c)) {
                out.append(Width.half(c));
            }
        }
        return out.length() == 0 ? null : out.toString();
    }

    /**
     * The letters of a text alone, without digits, marks and blanks: the same for two clauses that differ in what was
     * filled in as digits, and in punctuation. Null when there is none.
     */
    public static @Nullable String wording(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetter).forEach(out::appendCodePoint);
        return out.length() == 0 ? null : out.toString();
    }

    /**
     * Sixteen hexadecimal digits that stand for a text: the first of the SHA-256 over its UTF-8. Equal texts have equal
     * ones on every machine.
     */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The first number, in digits or Chinese numerals; null when there is none or it cannot be read. */
    public static @Nullable BigDecimal number(String text) {
        String plain = plain(text);
        if (plain == null) {
            return null;
        }
        for (int i = 0; i < plain.length(); i++) {
            if (WrittenNumber.begins(plain.charAt(i))) {
                return WrittenNumber.at(plain, i).map(WrittenNumber::value).orElse(null);
            }
        }
        return null;
    }

    /**
     * The first rate as a fraction of one: {@code 万分之五} and {@code 0.05%} are 0.0005, {@code 日千分之一} and
     * {@code 1‰} are 0.001. Null when there is none.
     */
    public static @Nullable BigDecimal rate(String text) {
        String plain = plain(text);
        if (plain == null) {
            return null;
        }
        int at = 0;
        while (at < plain.length()) {
            int behind = plain.startsWith("分之", at + 1) ? at + 3 : at;
            if (behind >= plain.length() || !WrittenNumber.begins(plain.charAt(behind))) {
                at++;
                continue;
            }
            Optional<WrittenNumber> number = WrittenNumber.at(plain, behind);
            int zeros = behind > at
                    ? Numerals.zeros(plain.charAt(at))
                    : number.map(found -> zerosOfSign(plain, found.end())).orElse(0);
            if (number.isPresent() && zeros > 0) {
                return number.get().value().movePointLeft(zeros);
            }
            at = number.map(WrittenNumber::end).orElse(at + 1);
        }
        return null;
    }

    private static int zerosOfSign(String text, int at) {
        return switch (at < text.length() ? text.charAt(at) : ' ') {
            case '%' -> 2;
            case '‰' -> 3;
            case '‱' -> 4;
            default -> 0;
        };
    }
}
