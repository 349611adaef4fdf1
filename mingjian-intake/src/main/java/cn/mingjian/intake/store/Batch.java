package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Up to 2,048 cleaned rows on their way from the reader to the door, column by column, with what happened to cells. */
final class Batch {

    /** The engine's own batch size. */
    static final int ROWS = 2048;
    /** A batch ends early when what it holds grows beyond this. */
    static final int BYTES = 8 << 20;

    /** Why a row cannot be kept: the column (or -1 for the record as such), and its cells as JSON where they may be kept. */
    record Rejection(Reason reason, int column, String delivered) {}

    private final BatchColumn[] columns;
    private final long[] numbers = new long[ROWS];
    private final @Nullable Rejection[] rejections = new Rejection[ROWS];
    private final Events events = new Events();
    private int rows;
    private int bytes;
    private long first;

    Batch(BatchColumn[] columns) {
        this.columns = columns;
    }

    void start(long firstOrdinal) {
        Arrays.fill(rejections, 0, rows, null);
        events.clear();
        rows = 0;
        bytes = 0;
        first = firstOrdinal;
    }

    /** Begins the next row; its index. */
    int addRow(long number) {
        numbers[rows] = number;
        return rows++;
    }

    boolean full() {
        return rows == ROWS || bytes > BYTES;
    }

    void grow(int more) {
        bytes += more;
    }

    void reject(int row, Rejection rejection) {
        if (rejections[row] == null) {
            rejections[row] = rejection;
            bytes += rejection.delivered().length();
        }
    }

    BatchColumn column(int index) {
        return columns[index];
    }

    BatchColumn[] columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The running number of the first row in the source, from 0. */
    long first() {
        return first;
    }

    long number(int row) {
        return numbers[row];
    }

    @Nullable
    Rejection rejection(int row) {
        return rejections[row];
    }

    Events events() {
        return events;
    }
}
