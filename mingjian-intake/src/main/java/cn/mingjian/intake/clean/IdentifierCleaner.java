package cn.mingjian.intake.clean;

import cn.mingjian.functions.CreditCode;
import cn.mingjian.functions.IdNumber;
import cn.mingjian.functions.Width;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Citizen identity numbers and credit codes: as the standard writes them where that can be said; else without blanks,
 * half width, in capitals, and counted as invalid. Rules check validity themselves.
 */
final class IdentifierCleaner extends CellCleaner {

    private static final int LENGTH = 18;

    private final Predicate<String> valid;
    private final Normal normal;

    /** Mends a number, or gives null. */
    private interface Normal {
        @Nullable
        String of(String text);
    }

    private IdentifierCleaner(ByteTexts<Boolean> missing, Predicate<String> valid, Normal normal) {
        super(missing);
        this.valid = valid;
        this.normal = normal;
    }

    static IdentifierCleaner idNumber(ByteTexts<Boolean> missing) {
        return new IdentifierCleaner(missing, IdNumber::isValid, IdNumber::normal);
    }

    static IdentifierCleaner creditCode(ByteTexts<Boolean> missing) {
        return new IdentifierCleaner(missing, CreditCode::isValid, CreditCode::normal);
    }

    @Override
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        if (to - from != LENGTH) {
            return false;
        }
        String text = new String(bytes, from, LENGTH, StandardCharsets.ISO_8859_1);
        if (!valid.test(text)) {
            return false;
        }
        out.slice(bytes, from, to);
        return true;
    }

    @Override
    void read(byte[] bytes, int from, int to, Cleaned out) {
        if (!Utf8.valid(bytes, from, to)) {
            out.untypable(Reason.ENCODING);
            return;
        }
        String text = string(bytes, from, to);
        String half = squeeze(text);
        byte[] plain = half.getBytes(StandardCharsets.UTF_8);
        if (Lost.is(plain, 0, plain.length)) {
            out.lost();
            return;
        }
        String mended = normal.of(half);
        String value = mended == null ? half : mended;
        out.text(value, !value.equals(text));
        if (mended == null) {
            out.markInvalid();
        }
    }

    /** Half width, capitals, without blanks and without the mark by which spreadsheets keep text. */
    private static String squeeze(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Width.half(text.charAt(i));
            if (!Width.isBlank(c) && !(i == 0 && c == '\'')) {
                plain.append(c);
            }
        }
        return plain.toString().toUpperCase(Locale.ROOT);
    }
}
