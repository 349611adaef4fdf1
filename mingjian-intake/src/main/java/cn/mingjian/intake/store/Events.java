package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What happened to cells of a batch, in the order of its rows. There may be one a row, so they are numbers in arrays, and
 * the delivered texts lie one behind the other.
 */
final class Events {

    private static final int FIRST = 64;

    private int[] rows = new int[FIRST];
    private int[] columns = new int[FIRST];
    private Reason[] reasons = new Reason[FIRST];
    private boolean[] invalid = new boolean[FIRST];
    private boolean[] changed = new boolean[FIRST];
    private int[] ends = new int[FIRST];
    private byte[] texts = new byte[FIRST];
    private int count;

    void clear() {
        count = 0;
    }

    /** A cell whose value reads as delivered, but fails its own check. */
    void invalid(int row, int column) {
        add(row, column, Reason.NONE, true, false);
        ends[count - 1] = end(count - 2);
    }

    /** A cell whose value does not read as it was delivered: as the slice. */
    void changed(int row, int column, Reason reason, boolean failsItsCheck, byte[] bytes, int from, int to) {
        add(row, column, reason, failsItsCheck, true);
        int start = end(count - 2);
        int end = start + to - from;
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(end, texts.length * 2));
        }
        System.arraycopy(bytes, from, texts, start, to - from);
        ends[count - 1] = end;
    }

    private void add(int row, int column, Reason reason, boolean failsItsCheck, boolean differs) {
        if (count == rows.length) {
            int more = count * 2;
            rows = Arrays.copyOf(rows, more);
            columns = Arrays.copyOf(columns, more);
            reasons = Arrays.copyOf(reasons, more);
            invalid = Arrays.copyOf(invalid, more);
            changed = Arrays.copyOf(changed, more);
            ends = Arrays.copyOf(ends, more);
        }
        rows[count] = row;
        columns[count] = column;
        reasons[count] = reason;
        invalid[count] = failsItsCheck;
        changed[count] = differs;
        count++;
    }

    private int end(int event) {
        return event < 0 ? 0 : ends[event];
    }

    int count() {
        return count;
    }

    int row(int event) {
        return rows[event];
    }

    int column(int event) {
        return columns[event];
    }

    Reason reason(int event) {
        return reasons[event];
    }

    /** Whether the value is kept although its own check fails. */
    boolean isInvalid(int event) {
        return invalid[event];
    }

    /** Whether the value does not read as it was delivered; then there is a {@link #text}. */
    boolean isChanged(int event) {
        return changed[event];
    }

    /** The delivered text. */
    String text(int event) {
        return new String(texts, end(event - 1), ends[event] - end(event - 1), StandardCharsets.UTF_8);
    }

    /** Writes the delivered text. */
    void write(int event, Spool spool) throws IOException {
        spool.text(texts, end(event - 1), ends[event]);
    }
}
