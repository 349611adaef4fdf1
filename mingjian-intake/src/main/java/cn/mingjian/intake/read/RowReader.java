package cn.mingjian.intake.read;

import java.io.Closeable;
import java.io.IOException;

/**
 * The records of one table of a delivered file, from its first line or row on: notes and headings are records too. A
 * format that names its cells (JSON, Parquet) gives the names as a first record with number 0.
 */
public interface RowReader extends Closeable {

    /**
     * Fills the row with the next record.
     *
     * @return false at the end
     * @throws UnreadableException when the file is damaged or beyond a bound
     */
    boolean next(Row row) throws IOException;

    /** How much of {@link TableSource#bytes()} is behind us, for progress. */
    long bytesRead();
}
