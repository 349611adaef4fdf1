package cn.mingjian.intake.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One record of a delivered table, filled anew by each {@link RowReader#next}: slices of a byte array, so that a cell
 * becomes an object only where it has to. What it points at is valid until the next call.
 */
public final class Row {

    /** What is wrong with the record itself, before any cell is looked at. */
    public enum Fault {
        NONE,
        /** A quote that is not closed, or text behind a closing quote. */
        QUOTE,
        /** Longer than {@link Limits#RECORD_BYTES}. */
        TOO_LONG,
        /** A line that is not a JSON object. */
        JSON
    }

    private static final int FIRST_SIZE = 1 << 12;

    private byte[] bytes = {};
    private byte[] own = {};
    private int written;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int cells;
    private long number;
    private Fault fault = Fault.NONE;

    /** Starts an empty record over these bytes. */
    void start(byte[] source, long numberSeen) {
        bytes = source;
        number = numberSeen;
        cells = 0;
        fault = Fault.NONE;
    }

    /** Starts an empty record whose cells are given as texts. */
    void start(long numberSeen) {
        start(own, numberSeen);
        written = 0;
    }

    /** Adds a cell of a record that was started without bytes; false when there are too many. */
    boolean add(String text) {
        byte[] cell = text.getBytes(StandardCharsets.UTF_8);
        if (written + cell.length > own.length) {
            own = Arrays.copyOf(own, Math.max(FIRST_SIZE, Math.max(own.length * 2, written + cell.length)));
            bytes = own;
        }
        System.arraycopy(cell, 0, own, written, cell.length);
        written += cell.length;
        return add(written - cell.length, written);
    }

    /** Adds a cell; false when there are more than {@link Limits#COLUMNS}. */
    boolean add(int start, int end) {
        if (cells == from.length) {
            if (cells >= Limits.COLUMNS) {
                return false;
            }
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
        }
        from[cells] = start;
        to[cells++] = end;
        return true;
    }

    void fault(Fault found) {
        fault = found;
        cells = 0;
    }

    void shorten(int cell, int end) {
        to[cell] = end;
    }

    /** The bytes (UTF-8) that the cells are slices of. */
    public byte[] bytes() {
        return bytes;
    }

    /** Start of a cell in {@link #bytes()}; a cell beyond the last is empty. */
    public int from(int cell) {
        return cell < cells ? from[cell] : 0;
    }

    /** End of a cell, exclusive. */
    public int to(int cell) {
        return cell < cells ? to[cell] : 0;
    }

    public int cells() {
        return cells;
    }

    /** The number that a person sees: Excel row, line on which the record begins, index from 1 in a JSON array. */
    public long number() {
        return number;
    }

    public Fault fault() {
        return fault;
    }

    /** A cell as text. */
    public String text(int cell) {
        return new String(bytes, from(cell), to(cell) - from(cell), StandardCharsets.UTF_8);
    }

    /** All cells as texts. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(cells);
        for (int cell = 0; cell < cells; cell++) {
            texts.add(text(cell));
        }
        return texts;
    }

    /** Whether no cell holds anything but blanks. */
    public boolean blank() {
        for (int cell = 0; cell < cells; cell++) {
            for (int i = from[cell]; i < to[cell]; i++) {
                if (bytes[i] < 0 || bytes[i] > ' ') {
                    return false;
                }
            }
        }
        return fault == Fault.NONE;
    }
}
