package cn.mingjian.functions;

import org.jspecify.annotations.Nullable;

/** Names of persons and organisations in one form for comparison. */
public final class Names {
    private static final char MIDDLE_DOT = '·';
    private static final String DOTS = "·‧•・･∙⋅●";
    private static final String OPENING = "([〔【「『〖［";
    private static final String CLOSING = ")]〕】」』〗］";

    private Names() {}

    /**
     * The name in half width capitals; brackets of every shape round; the middle dots of transcribed names, and a full
     * stop between two Chinese characters, as {@code ·}; no blanks, except one between two Latin words. Null when nothing
     * is left.
     */
    public static @Nullable String normal(String name) {
        String half = Width.half(name);
        StringBuilder out = new StringBuilder(half.length());
        boolean blank = false;
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (Width.isBlank(c)) {
                blank = out.length() > 0;
                continue;
            }
            char plain = plain(half, i, c);
            if (blank && latin(plain) && endsWord(out.charAt(out.length() - 1))) {
                out.append(' ');
            }
            blank = false;
            out.append(plain);
        }
        return out.length() == 0 ? null : out.toString();
    }

    private static char plain(String text, int at, char c) {
        if (OPENING.indexOf(c) >= 0) {
            return '(';
        }
        if (CLOSING.indexOf(c) >= 0) {
            return ')';
        }
        boolean stop = c == '.' && chinese(text, at - 1) && chinese(text, at + 1);
        if (stop || DOTS.indexOf(c) >= 0) {
            return MIDDLE_DOT;
        }
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    private static boolean chinese(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) >= '\u2e80' && text.charAt(at) < '\uff00');
    }

    private static boolean latin(char c) {
        return c < '\u0250' && Character.isLetterOrDigit(c);
    }

    private static boolean endsWord(char c) {
        return latin(c) || c == '.' || c == ',';
    }
}
