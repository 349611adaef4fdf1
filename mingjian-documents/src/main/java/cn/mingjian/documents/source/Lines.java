package cn.mingjian.documents.source;

import java.util.Comparator;
import java.util.List;

/**
 * Lines of printed pages joined to paragraphs: a line goes on in the next where the next one's first word would not have
 * fitted behind it, unless a mark ends its sentence. Widths are counted in halves of a Chinese character.
 */
final class Lines {

    private static final String ENDS = "。；：！？";
    private static final String CLOSES = "）”";
    /** No page of print is narrower; lines of a text that are all shorter are headings and items. */
    private static final int NARROWEST = 44;
    /** The two characters that a paragraph is set in, and one mark that may not begin or end a line. */
    private static final int SLACK = 6;
    /** One of so many lines at least is as wide as the page. */
    private static final int SHARE = 10;

    private Lines() {}

    /** The paragraphs, each ended by a line break. */
    static String joined(List<String> lines) {
        int full = full(lines);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            joined.append(line);
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (next.isEmpty() || isEnded(line) || width(line) + width(firstWord(next)) + SLACK <= full) {
                joined.append('\n');
            } else if (isLetter(line.charAt(line.length() - 1)) && isLetter(next.charAt(0))) {
                joined.append(' ');
            }
        }
        return joined.toString();
    }

    /** How wide the widest lines are, but for the few that stand out. */
    private static int full(List<String> lines) {
        return lines.stream()
                .map(Lines::width)
                .sorted(Comparator.reverseOrder())
                .skip((lines.size() - 1) / SHARE)
                .findFirst()
                .map(width -> Math.max(width, NARROWEST))
                .orElse(NARROWEST);
    }

    private static boolean isEnded(String line) {
        int last = line.length() - 1;
        while (last > 0 && CLOSES.indexOf(line.charAt(last)) >= 0) {
            last--;
        }
        return line.isEmpty() || ENDS.indexOf(line.charAt(last)) >= 0;
    }

    private static int width(String words) {
        return words.codePoints().map(point -> point < 0x80 ? 1 : 2).sum();
    }

    /** What may not be broken: a Chinese character, or a number or word in Latin letters. */
    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) < 0x7f) {
            end++;
        }
        return line.substring(0, Math.max(end, Math.min(1, line.length())));
    }

    private static boolean isLetter(char c) {
        return c < 0x80 && Character.isLetter(c);
    }
}
