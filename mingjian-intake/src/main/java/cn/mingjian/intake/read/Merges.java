package cn.mingjian.intake.read;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Merged ranges of a sheet. A value merged over several rows holds for each of them; one merged over several columns
 * stays in the first, because the others are other columns.
 */
final class Merges {

    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");
    private static final int MOST = 200_000;

    private record Span(int last) {}

    /** First row (from 1) and column (from 0) as one number, to the last row. */
    private final Map<Long, Span> spans = new HashMap<>();

    private final Map<Integer, Filling> filling = new HashMap<>();

    private record Filling(int last, String text) {}

    /** Notes a range such as {@code A2:A5}; a range within one row changes nothing and is left out. */
    void add(String range) {
        Matcher matcher = RANGE.matcher(range);
        if (matcher.matches() && spans.size() < MOST) {
            add(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(4)), column(matcher.group(1)));
        }
    }

    /** Notes rows (from 1, both ends included) that one cell of a column (from 0) was merged over. */
    void add(int firstRow, int lastRow, int column) {
        if (lastRow > firstRow) {
            spans.put(key(firstRow, column), new Span(lastRow));
        }
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The text that holds in a cell; rows have to be asked for in order. */
    String fill(int row, int column, String text) {
        Span span = spans.get(key(row, column));
        if (span != null) {
            filling.put(column, new Filling(span.last(), text));
            return text;
        }
        @Nullable Filling above = filling.get(column);
        if (above == null || !text.isEmpty()) {
            return text;
        }
        if (row > above.last()) {
            filling.remove(column);
            return text;
        }
        return above.text();
    }

    /** The last column that a merged cell above still fills, or -1. */
    int lastFilled(int row) {
        int last = -1;
        for (Map.Entry<Integer, Filling> entry : filling.entrySet()) {
            if (row <= entry.getValue().last()) {
                last = Math.max(last, entry.getKey());
            }
        }
        return last;
    }

    private static long key(int row, int column) {
        return (long) row << 16 | column;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }
}
