package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Cleaned;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** The values of one column in a batch. */
final class BatchColumn {

    private final Stored stored;
    private final byte[] @Nullable [] texts;
    private final long[] numbers;
    private final boolean[] present;
    private byte[] last = {};

    BatchColumn(Stored stored, int rows) {
        this.stored = stored;
        boolean text = stored.carrier() == Stored.Carrier.TEXT;
        this.texts = new byte[text ? rows : 0][];
        this.numbers = new long[text ? 0 : rows];
        this.present = new boolean[text ? 0 : rows];
    }

    void set(int row, Cleaned cell) {
        boolean value = cell.outcome() == Cleaned.Outcome.VALUE;
        if (stored.carrier() == Stored.Carrier.TEXT) {
            texts[row] = value ? text(cell) : null;
        } else {
            present[row] = value;
            numbers[row] = cell.number();
        }
    }

    private byte[] text(Cleaned cell) {
        last = cell.bytes(last);
        return last;
    }

    void setNull(int row) {
        if (stored.carrier() == Stored.Carrier.TEXT) {
            texts[row] = null;
        } else {
            present[row] = false;
        }
    }

    /** Hands the first rows over to the engine. */
    void write(DuckDBWritableVector vector, int rows) {
        switch (stored.carrier()) {
            case TEXT -> vector.setStringUtf8Batch(0, rows == texts.length ? texts : Arrays.copyOf(texts, rows));
            case NUMBER -> {
                for (int row = 0; row < rows; row++) {
                    if (present[row]) {
                        vector.setLong(row, numbers[row]);
                    } else {
                        vector.setNull(row);
                    }
                }
            }
        }
    }
}
