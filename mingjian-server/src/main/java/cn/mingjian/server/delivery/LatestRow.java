package cn.mingjian.server.delivery;

import cn.mingjian.intake.clean.CellCleaner;
import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The latest day, up to a last one, in the columns that date the rows of a delivery. */
final class LatestRow {

    private static final long MICROSECONDS_OF_A_DAY = TimeUnit.DAYS.toMicros(1);

    private final long last;
    private long latest = Long.MIN_VALUE;

    private LatestRow(LocalDate last) {
        this.last = last.toEpochDay();
    }

    /** @param last what lies after it is a date that was planned, or a mistake */
    static Optional<LocalDate> in(Delivery delivery, LocalDate last) throws IOException {
        LatestRow latest = new LatestRow(last);
        for (DeliveredTable table : delivery.tables().values()) {
            Optional<Column> dating = table.contract().datedBy().map(table::column);
            if (dating.isPresent()) {
                latest.read(table, dating.get());
            }
        }
        return latest.latest == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(latest.latest));
    }

    private void read(DeliveredTable table, Column column) throws IOException {
        if (column.type() != ColumnType.DATE && column.type() != ColumnType.TIME) {
            return;
        }
        long unit = column.type() == ColumnType.DATE ? 1 : MICROSECONDS_OF_A_DAY;
        CellCleaner cleaner = Cleaners.of(
                column,
                table.mapping().column(column.name()),
                BigDecimal.ONE,
                table.mapping().missing());
        for (Piece piece : table.pieces()) {
            Integer cell = piece.layout().cells().get(column.name());
            if (cell != null) {
                read(piece, cell, cleaner, unit);
            }
        }
    }

    private void read(Piece piece, int cell, CellCleaner cleaner, long unit) throws IOException {
        Row row = new Row();
        Cleaned cleaned = new Cleaned();
        try (RowReader reader = piece.source().open()) {
            while (reader.next(row)) {
                if (row.number() > piece.layout().headerRow()) {
                    cleaner.clean(row.bytes(), row.from(cell), row.to(cell), cleaned);
                    long day = Math.floorDiv(cleaned.number(), unit);
                    if (cleaned.outcome() == Cleaned.Outcome.VALUE && day <= last && day > latest) {
                        latest = day;
                    }
                }
            }
        }
    }
}
