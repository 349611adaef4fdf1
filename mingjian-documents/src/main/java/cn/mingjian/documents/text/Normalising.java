package cn.mingjian.documents.text;

import cn.mingjian.functions.Width;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One pass over a delivered text. */
final class Normalising {

    private static final String OPENING = "〔［【([";
    private static final String CLOSING = "〕］】)]";
    private static final String NARROW = ",:;?!";
    private static final String WIDE = "，：；？！";

    private final String delivered;
    private final StringBuilder text;
    private final int[] origins;
    private boolean same = true;

    Normalising(String delivered) {
        this.delivered = delivered;
        this.text = new StringBuilder(delivered.length());
        this.origins = new int[delivered.length() + 1];
    }

    LegalText text() {
        int position = 0;
        for (int i = 0; i < delivered.length(); position++) {
            int point = delivered.codePointAt(i);
            int next = i + Character.charCount(point);
            int shown = shown(point, i, next);
            if (shown >= 0) {
                for (int unit = 0; unit < Character.charCount(shown); unit++) {
                    same &= text.length() + unit == position;
                    origins[text.length() + unit] = position;
                }
                text.appendCodePoint(shown);
            }
            i = next;
        }
        origins[text.length()] = position;
        same &= text.length() == position;
        return new LegalText(text.toString(), points(text), same ? null : Arrays.copyOf(origins, text.length() + 1));
    }

    /** Code points before each code unit; null where every character is one unit. */
    static int @Nullable [] points(CharSequence text) {
        boolean single = true;
        for (int i = 0; i < text.length() && single; i++) {
            single = !Character.isSurrogate(text.charAt(i));
        }
        if (single) {
            return null;
        }
        int[] points = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean second =
                    i > 0 && Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1));
            points[i] = second ? points[i - 1] : i == 0 ? 0 : before(points, text, i);
        }
        points[text.length()] = text.length() == 0 ? 0 : before(points, text, text.length());
        return points;
    }

    private static int before(int[] points, CharSequence text, int i) {
        boolean pairEnds =
                i > 1 && Character.isLowSurrogate(text.charAt(i - 1)) && Character.isHighSurrogate(text.charAt(i - 2));
        return pairEnds ? points[i - 2] + 1 : points[i - 1] + 1;
    }

    /** The character that stands for another, or -1 when it cannot be seen. */
    private int shown(int point, int at, int next) {
        if (point == '\r') {
            return next < delivered.length() && delivered.charAt(next) == '\n' ? -1 : '\n';
        }
        if (point == '\n' || point >= '0' && point <= '9' || point >= 0x4e00 && point <= 0x9fa5) {
            return point;
        }
        int type = Character.getType(point);
        return switch (type) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.CONTROL -> control(point);
            case Character.FORMAT, Character.SURROGATE -> -1;
            default -> point >= 0xfe00 && point <= 0xfe0f ? -1 : plain(point, at, next);
        };
    }

    private static int control(int point) {
        return switch (point) {
            case '\t' -> ' ';
            case '\u000b', '\f', '\u0085' -> '\n';
            default -> -1;
        };
    }

    private int plain(int point, int at, int next) {
        if (OPENING.indexOf(point) >= 0) {
            return '（';
        }
        if (CLOSING.indexOf(point) >= 0) {
            return '）';
        }
        int narrow = NARROW.indexOf(point);
        if (narrow >= 0) {
            return betweenDigits(at, next) ? point : WIDE.charAt(narrow);
        }
        return switch (point) {
            case '○', '◯', '〇' -> '〇';
            case '•', '‧', '・', '∙', '⋅' -> '·';
            case '，', '：', '；', '？', '！', '（', '）' -> point;
            default -> point < 0x10000 ? unified((char) point) : point;
        };
    }

    /** Full width letters and digits narrow; shapes kept for old character sets as the character that they are. */
    private static int unified(char c) {
        char half = Width.half(c);
        boolean shape = c >= '\u2e80' && c <= '\u2fdf' || c >= '\uf900' && c <= '\ufaff';
        if (half != c || !shape) {
            return half;
        }
        String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return normal.codePointCount(0, normal.length()) == 1 ? normal.codePointAt(0) : c;
    }

    private boolean betweenDigits(int at, int next) {
        return at > 0
                && next < delivered.length()
                && isDigit(delivered.charAt(at - 1))
                && isDigit(delivered.charAt(next));
    }

    private static boolean isDigit(char c) {
        char half = Width.half(c);
        return half >= '0' && half <= '9';
    }
}
