package cn.mingjian.intake.clean;

import java.nio.charset.StandardCharsets;

/**
 * Cleans the cells of one column. Not safe for several threads.
 *
 * <p>The same order for every type: blanks at the ends go; what the type knows at once is taken; a mark for a missing
 * value is nothing; the rest is read at leisure.
 */
public abstract class CellCleaner {

    private final ByteTexts<Boolean> missing;

    CellCleaner(ByteTexts<Boolean> missing) {
        this.missing = missing;
    }

    /** Cleans a cell, given as a slice of UTF-8. */
    public final void clean(byte[] bytes, int from, int to, Cleaned out) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] >= 0 && bytes[start] <= ' ') {
            start++;
        }
        while (end > start && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
            end--;
        }
        if (start < end && (bytes[start] < 0 || bytes[end - 1] < 0)) {
            int first = Utf8.skipBlanks(bytes, start, end);
            end = Utf8.dropBlanks(bytes, first, end);
            start = first;
        }
        out.start(start != from || end != to);
        if (start == end) {
            out.missing(false);
        } else if (!quick(bytes, start, end, out)) {
            if (missing.get(bytes, start, end) != null) {
                out.missing(true);
            } else {
                read(bytes, start, end, out);
            }
        }
    }

    /** Takes the forms that need no thought; false when the cell is not one of them. */
    boolean quick(byte[] bytes, int from, int to, Cleaned out) {
        return false;
    }

    /** Reads what is neither empty nor quick nor a mark. */
    abstract void read(byte[] bytes, int from, int to, Cleaned out);

    static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
