package cn.mingjian.intake.clean;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What became of a cell; filled anew for each, so that no object is made for a cell that needs none. */
public final class Cleaned {

    /** What became of a cell. */
    public enum Outcome {
        /** It has a value. */
        VALUE,
        /** Nothing was delivered, or a mark that says so. */
        MISSING,
        /** Something was delivered that is no value of the type. */
        UNTYPABLE,
        /** A spreadsheet had cut the digits of an identifier: {@code 3.40221E+17}. */
        LOST
    }

    private static final byte[] NONE = {};

    private Outcome outcome = Outcome.MISSING;
    private boolean changed;
    private boolean invalid;
    private Reason reason = Reason.NONE;
    private byte[] text = NONE;
    private int from;
    private int to;
    private long number;

    void start(boolean trimmed) {
        outcome = Outcome.MISSING;
        changed = trimmed;
        invalid = false;
        reason = Reason.NONE;
    }

    void missing(boolean byMark) {
        outcome = Outcome.MISSING;
        changed = byMark;
    }

    void text(byte[] value) {
        slice(value, 0, value.length);
    }

    void slice(byte[] bytes, int start, int end) {
        outcome = Outcome.VALUE;
        text = bytes;
        from = start;
        to = end;
    }

    void text(String value, boolean differs) {
        text(value.getBytes(StandardCharsets.UTF_8));
        changed |= differs;
    }

    void number(long value, boolean differs) {
        outcome = Outcome.VALUE;
        number = value;
        changed |= differs;
    }

    void markInvalid() {
        invalid = true;
    }

    void untypable(Reason why) {
        outcome = Outcome.UNTYPABLE;
        reason = why;
        changed = true;
    }

    void lost() {
        outcome = Outcome.LOST;
        reason = Reason.LOST;
        changed = true;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether the value does not read as the delivered text did. */
    public boolean changed() {
        return changed;
    }

    /** Whether the value is kept although its own check (digits, check character) fails. */
    public boolean invalid() {
        return invalid;
    }

    /** Why there is no value. */
    public Reason reason() {
        return reason;
    }

    /**
     * The value of a type that is stored as text or list (list items with {@link Cleaners#BETWEEN} between them), as bytes
     * of its own.
     *
     * @param before a value that was made earlier, which is given again when this is the same; registers repeat themselves
     */
    public byte[] bytes(byte[] before) {
        return Arrays.equals(before, 0, before.length, text, from, to) ? before : Arrays.copyOfRange(text, from, to);
    }

    /**
     * The value of another type: whole number, unscaled decimal, days since 1970-01-01, microseconds since 1970-01-01
     * 00:00 of the wall clock, 1 or 0 for a boolean.
     */
    public long number() {
        return number;
    }
}
