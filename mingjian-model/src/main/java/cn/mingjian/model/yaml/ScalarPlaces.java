package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Place;

/**
 * Maps an offset in a scalar's text back to the file, through quotes, block indentation and folded lines. Walks the
 * delivered text and the source side by side; done only when a message needs it.
 */
public final class ScalarPlaces {

    private final String file;
    private final String[] lines;
    private final int line;
    private final int column;
    private final Style style;

    /** How a scalar is written. */
    public enum Style {
        PLAIN,
        QUOTED,
        BLOCK
    }

    /**
     * @param lines the source, split at line ends
     * @param line index of the line on which the scalar starts, from 0
     * @param column index in code points of its first character, from 0
     */
    ScalarPlaces(String file, String[] lines, int line, int column, Style style) {
        this.file = file;
        this.lines = lines;
        this.line = line;
        this.column = column;
        this.style = style;
    }

    /** Every offset at one place. */
    static ScalarPlaces at(Place place) {
        return new ScalarPlaces(place.file(), new String[0], place.line() - 1, place.column() - 1, Style.PLAIN);
    }

    Place placeOf(String text, int offset) {
        if (lines.length == 0) {
            return new Place(file, line + 1, column + 1);
        }
        int atLine = line;
        int at = offsetOf(line, column);
        if (style == Style.QUOTED) {
            at++;
        }
        if (style == Style.BLOCK) {
            atLine++;
            at = indent(atLine);
        }
        for (int i = 0; i < offset; i++) {
            boolean breaks = at >= source(atLine).length() || style != Style.BLOCK && restIsBlank(atLine, at);
            if (breaks && Character.isWhitespace(text.charAt(i))) {
                atLine++;
                while (style != Style.BLOCK
                        && atLine + 1 < lines.length
                        && source(atLine).isBlank()) {
                    atLine++;
                }
                at = indent(atLine);
            } else {
                at += escapeLength(atLine, at, text.charAt(i));
            }
        }
        return new Place(
                file,
                atLine + 1,
                source(atLine).codePointCount(0, Math.min(at, source(atLine).length())) + 1);
    }

    private int escapeLength(int atLine, int at, char expected) {
        if (style != Style.QUOTED
                || at >= source(atLine).length()
                || source(atLine).charAt(at) == expected
                        && !(expected == '\'' && source(atLine).startsWith("''", at))) {
            return 1;
        }
        return 2;
    }

    private boolean restIsBlank(int atLine, int at) {
        return source(atLine).substring(Math.min(at, source(atLine).length())).isBlank();
    }

    private int indent(int atLine) {
        String source = source(atLine);
        if (style == Style.BLOCK) {
            return Math.min(source.length(), leadingBlanks(source(line + 1)));
        }
        return leadingBlanks(source);
    }

    private static int leadingBlanks(String source) {
        int blanks = 0;
        while (blanks < source.length() && source.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    private int offsetOf(int atLine, int codePoints) {
        String source = source(atLine);
        return source.offsetByCodePoints(0, Math.min(codePoints, source.codePointCount(0, source.length())));
    }

    private String source(int index) {
        return index < lines.length ? lines[index] : "";
    }
}
