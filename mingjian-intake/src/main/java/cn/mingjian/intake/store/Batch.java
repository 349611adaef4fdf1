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

    /** Something that happened to a cell. */
    static final class Event {
        private final int row;
        private final int column;
        private final Reason reason;
        private final boolean invalid;
        private final byte @Nullable [] raw;

        /** @param raw the delivered text, where the value does not read like it */
        Event(int row, int column, Reason reason, boolean invalid, byte @Nullable [] raw) {
            this.row = row;
            this.column = column;
            this.reason = reason;
            this.invalid = invalid;
            this.raw = raw;
        }

        int row() {
            return row;
        }

        int column() {
            return column;
        }

        Reason reason() {
            return reason;
        }

        boolean invalid() {
            return invalid;
        }

        byte @Nullable [] raw() {
            return raw;
        }
    }

    /** Why a row cannot be kept: the column (or -1 for the record as such), and its cells as JSON where they may be kept. */
    record Rejection(Reason reason, int column, String delivered) {}

    private final BatchColumn[] columns;
    private final long[] numbers = new long[ROWS];
    private final @Nullable Rejection[] rejections = new Rejection[ROWS];
    private Event[] events = new Event[64];
    private int eventCount;
    private int rows;
    private int bytes;
    private long first;

    Batch(BatchColumn[] columns) {
        this.columns = columns;
    }

    void start(long firstOrdinal) {
        Arrays.fill(rejections, 0, rows, null);
        Arrays.fill(events, 0, eventCount, null);
        eventCount = 0;
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

    void add(Event event) {
        if (eventCount == events.length) {
            events = Arrays.copyOf(events, eventCount * 2);
        }
        events[eventCount++] = event;
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

    int eventCount() {
        return eventCount;
    }

    Event event(int index) {
        return events[index];
    }
}
