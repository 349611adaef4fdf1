package cn.mingjian.documents.source;

/** Bounds that keep a hostile document from filling memory or taking for ever; no honest one comes near them. */
public final class Limits {

    /** Characters of a document. The longest judgments published have some hundred thousand. */
    public static final int CHARACTERS = 2_000_000;
    /** Bytes of a line of JSON, or of a file of plain text. */
    public static final int TEXT_BYTES = 16 << 20;
    /** Bytes of a Word or PDF file. */
    public static final int FILE_BYTES = 64 << 20;

    private Limits() {}
}
