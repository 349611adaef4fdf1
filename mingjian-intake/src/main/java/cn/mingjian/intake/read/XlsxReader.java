package cn.mingjian.intake.read;

import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, streamed. */
final class XlsxReader implements RowReader {

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Merges merges;
    private long bytes;
    private final long size;

    XlsxReader(XlsxSource source) throws IOException {
        this.size = source.bytes();
        this.workbook = XlsxSource.workbook(source.file());
        try {
            Sheet sheet = workbook.getSheet(source.index()).orElseThrow();
            this.merges = WorkbookCheck.merges(source.file(), sheet.getId());
            this.stream = sheet.openStream();
            this.rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            // The library answers damage with many kinds of exceptions.
            workbook.close();
            throw new UnreadableException("intake.workbook-broken");
        }
    }

    @Override
    public boolean next(Row row) throws IOException {
        try {
            if (!rows.hasNext()) {
                bytes = size;
                return false;
            }
            org.dhatim.fastexcel.reader.Row read = rows.next();
            row.start(read.getRowNum());
            int width = merges.isEmpty()
                    ? read.getCellCount()
                    : Math.max(read.getCellCount(), merges.lastFilled(read.getRowNum()) + 1);
            for (int column = 0; column < width; column++) {
                String text = column < read.getCellCount() ? text(read.getCell(column)) : "";
                if (!merges.isEmpty()) {
                    text = merges.fill(read.getRowNum(), column, text);
                }
                if (!row.add(text)) {
                    throw new UnreadableException("intake.too-many-columns", Limits.COLUMNS);
                }
            }
            return true;
        } catch (RuntimeException e) {
            throw new UnreadableException("intake.workbook-broken");
        }
    }

    private String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case STRING, ERROR, EMPTY -> raw;
            case BOOLEAN -> raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
            case FORMULA, NUMBER -> number(cell, raw);
        };
    }

    private String number(Cell cell, String raw) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        CellText.Shown shown = CellText.shown(id == null ? 0 : id, format == null ? "" : format);
        if (shown != CellText.Shown.NUMBER) {
            return CellText.date(value, shown, workbook.isDate1904());
        }
        return CellText.number(value);
    }

    @Override
    public long bytesRead() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
