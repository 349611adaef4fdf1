package cn.mingjian.running.output;

import java.util.ArrayList;
import java.util.List;

/** A table of text for a terminal; characters of East Asian width take two columns (Unicode TR 11). */
public final class TextTable {

    private static final String GAP = "  ";
    private static final String OPENING = "（“〔";
    private static final String CLOSING = "）”〕，。；：、";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> right;
    private final List<Integer> widest;
    private final boolean wrapping;

    /**
     * @param widest most columns of one cell; longer texts are cut with an ellipsis
     * @param right indexes of columns with numbers, set flush right
     */
    public TextTable(int widest, List<Integer> right) {
        this(List.of(widest), right, false);
    }

    private TextTable(List<Integer> widest, List<Integer> right, boolean wrapping) {
        this.widest = widest;
        this.right = right;
        this.wrapping = wrapping;
    }

    /** A table whose longer texts, and the lines of a text, go on in the next line, with the most columns of each cell. */
    static TextTable wrapped(List<Integer> widest, Integer... right) {
        return new TextTable(widest, List.of(right), true);
    }

    /** Adds a row; the first is the header. */
    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.size() < 2;
    }

    /** The lines, with one under the header. */
    public List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = Math.min(
                        widest.get(Math.min(i, widest.size() - 1)),
                        row.get(i).lines().mapToInt(TextTable::width).max().orElse(0));
                if (i < widths.size()) {
                    widths.set(i, Math.max(widths.get(i), width));
                } else {
                    widths.add(width);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            if (wrapping) {
                wrap(row, widths, lines);
            } else {
                lines.add(line(row, widths));
            }
            if (lines.size() == 1) {
                lines.add(String.join(GAP, widths.stream().map("─"::repeat).toList()));
            }
        }
        return lines;
    }

    private void wrap(List<String> row, List<Integer> widths, List<String> lines) {
        List<String> rest = new ArrayList<>(row);
        do {
            List<String> now = new ArrayList<>();
            for (int i = 0; i < rest.size(); i++) {
                int end = fitting(rest.get(i), widths.get(i));
                now.add(rest.get(i).substring(0, end).strip());
                rest.set(i, rest.get(i).substring(end).strip());
            }
            lines.add(line(now, widths));
        } while (rest.stream().anyMatch(text -> !text.isEmpty()));
    }

    /** How many characters of a text fit into a width; a word, a number or a day is broken only where it is long. */
    private static int fitting(String text, int most) {
        int width = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (point == '\n') {
                return end;
            }
            width += width(point);
            if (width > most) {
                int whole = lineEnd(text, end);
                return whole > end / 2 ? whole : Math.max(end, Character.charCount(text.codePointAt(0)));
            }
            end += Character.charCount(point);
        }
        return end;
    }

    /** Where a line may end at or before a place: not within a word, before what closes or behind what opens. */
    private static int lineEnd(String text, int at) {
        int start = at;
        while (start > 0
                && (isOfWord(text.charAt(start)) && isOfWord(text.charAt(start - 1))
                        || CLOSING.indexOf(text.charAt(start)) >= 0
                        || OPENING.indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }

    private static boolean isOfWord(char letter) {
        return letter > ' ' && letter < 0x80;
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = cut(row.get(i), widths.get(i));
            String pad = " ".repeat(widths.get(i) - width(cell));
            line.append(i == 0 ? "" : GAP).append(right.contains(i) ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int most) {
        if (width(text) <= most) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int width = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            width += width(point);
            if (width > most) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append('…').toString();
    }

    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        boolean wide = script == Character.UnicodeScript.HAN
                || point >= 0x3000 && point <= 0x303F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0x1F300 && point <= 0x1FAFF
                || "“”‘’…—·".indexOf(point) >= 0 && point != '…';
        return wide ? 2 : 1;
    }
}
