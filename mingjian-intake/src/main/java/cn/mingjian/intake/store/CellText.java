package cn.mingjian.intake.store;

import cn.mingjian.intake.read.Row;
import java.nio.charset.StandardCharsets;

/** Where the text of a column stands: in a cell of each record, or the same for all of them. */
final class CellText {

    private static final int NOWHERE = -1;

    private final int cell;
    private final byte[] same;

    private CellText(int cell, byte[] same) {
        this.cell = cell;
        this.same = same;
    }

    /** @param cell place in the record, from 0 */
    static CellText at(int cell) {
        return new CellText(cell, new byte[0]);
    }

    /** The text that the recipe gives for every row. */
    static CellText same(String text) {
        return new CellText(NOWHERE, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes in which {@link #from} and {@link #to} are places. */
    byte[] bytes(Row row) {
        return cell == NOWHERE ? same : row.bytes();
    }

    int from(Row row) {
        return cell == NOWHERE ? 0 : row.from(cell);
    }

    int to(Row row) {
        return cell == NOWHERE ? same.length : row.to(cell);
    }

    /** The text of a record. */
    String of(Row row) {
        return cell == NOWHERE ? new String(same, StandardCharsets.UTF_8) : row.text(cell);
    }
}
