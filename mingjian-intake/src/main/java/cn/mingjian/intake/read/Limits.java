package cn.mingjian.intake.read;

/** Bounds that keep a hostile file from filling the memory; no honest delivery comes near them. */
public final class Limits {

    /** The longest record, in bytes of UTF-8. */
    public static final int RECORD_BYTES = 8 << 20;
    /** Columns of a table; Excel's own limit. */
    public static final int COLUMNS = 16_384;
    /** Records looked at to find the headings of a table. */
    public static final int PEEK_ROWS = 60;
    /** Bytes of unpacked XML for each byte of a workbook, beyond the first {@link #UNPACKED_FLOOR}. */
    public static final int UNPACK_RATIO = 200;
    /** Unpacked size up to which no ratio is asked for. */
    public static final long UNPACKED_FLOOR = 64L << 20;
    /** Characters of all different texts of a workbook. */
    public static final long SHARED_TEXT = 300L << 20;

    private Limits() {}
}
