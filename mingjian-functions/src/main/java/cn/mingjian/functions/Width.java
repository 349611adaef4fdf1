package cn.mingjian.functions;

import org.jspecify.annotations.Nullable;

/** Full width and half width forms of characters, and the blanks that offices leave in their cells. */
public final class Width {
    private static final char FIRST_FULL = '！';
    private static final char LAST_FULL = '～';
    private static final int DISTANCE = FIRST_FULL - '!';

    private Width() {}

    /**
     * The text with the full width forms of ASCII (！ to ～) and the ideographic space as ASCII; all else, Chinese
     * punctuation such as 、 and 。 among it, stays.
     */
    public static String half(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (half(c) != c) {
                return halfFrom(text, i);
            }
        }
        return text;
    }

    /** The half width form of one character, or the character itself. */
    public static char half(char c) {
        if (c >= FIRST_FULL && c <= LAST_FULL) {
            return (char) (c - DISTANCE);
        }
        return c == '\u3000' ? ' ' : c;
    }

    /**
     * Whether a character shows nothing: blanks, tabs, line breaks, the ideographic and the non-breaking space, spaces of
     * zero width, the byte order mark, marks of writing direction, control characters.
     */
    public static boolean isBlank(char c) {
        if (c > ' ' && c < '\u007f') {
            return false;
        }
        return c <= ' '
                || (c >= '\u007f' && c <= '\u00a0')
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200f')
                || (c >= '\u2028' && c <= '\u202f')
                || (c >= '\u205f' && c <= '\u2064')
                || c == '\ufeff';
    }

    /** The text in half width without any blanks and with capitals, or null when it is longer than a number may be. */
    static @Nullable String solid(String text, int longest) {
        StringBuilder solid = new StringBuilder(longest);
        for (int i = 0; i < text.length(); i++) {
            char c = half(text.charAt(i));
            if (isBlank(c)) {
                continue;
            }
            if (solid.length() == longest) {
                return null;
            }
            solid.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return solid.toString();
    }

    /** The text without blanks at its ends, in the sense of {@link #isBlank}. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String halfFrom(String text, int from) {
        StringBuilder out = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            out.setCharAt(i, half(text.charAt(i)));
        }
        return out.toString();
    }
}
