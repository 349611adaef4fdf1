package cn.mingjian.intake.read;

import java.io.IOException;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an xls workbook, streamed; the merged ranges, which follow the cells, are read first. */
final class XlsReader implements RowReader {

    private final XlsRecords records;
    private final Merges merges;
    private final long size;
    private final TreeMap<Integer, String> cells = new TreeMap<>();
    private @Nullable Record ahead;
    private boolean ended;

    XlsReader(XlsSource source) throws IOException {
        this.size = source.bytes();
        this.merges = merges(source);
        this.records = new XlsRecords(source.file());
        this.records.goTo(source.index());
    }

    private static Merges merges(XlsSource source) throws IOException {
        Merges merges = new Merges();
        try (XlsRecords records = new XlsRecords(source.file())) {
            records.goTo(source.index());
            for (Record record = records.next(); record != null; record = records.next()) {
                if (record instanceof MergeCellsRecord merged) {
                    for (int i = 0; i < merged.getNumAreas(); i++) {
                        CellRangeAddress area = merged.getAreaAt(i);
                        merges.add(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn());
                    }
                }
            }
        } catch (RuntimeException e) {
            // The library answers damage with many kinds of exceptions.
            throw new UnreadableException("intake.workbook-broken");
        }
        return merges;
    }

    @Override
    public boolean next(Row row) throws IOException {
        try {
            cells.clear();
            int number = -1;
            while (!ended) {
                Record record = ahead != null ? ahead : records.next();
                ahead = null;
                if (record == null) {
                    ended = true;
                } else if (record instanceof CellValueRecordInterface cell) {
                    if (number >= 0 && cell.getRow() != number) {
                        ahead = record;
                        break;
                    }
                    number = cell.getRow();
                    cells.put((int) cell.getColumn(), text(record, cell));
                }
            }
            if (number < 0) {
                return false;
            }
            fill(row, number + 1);
            return true;
        } catch (RuntimeException e) {
            throw new UnreadableException("intake.workbook-broken");
        }
    }

    private void fill(Row row, int number) {
        row.start(number);
        int width = cells.isEmpty() ? 0 : cells.lastKey() + 1;
        if (!merges.isEmpty()) {
            width = Math.max(width, merges.lastFilled(number) + 1);
        }
        for (int column = 0; column < width; column++) {
            String text = cells.getOrDefault(column, "");
            row.add(merges.isEmpty() ? text : merges.fill(number, column, text));
        }
    }

    private String text(Record record, CellValueRecordInterface cell) {
        if (record instanceof LabelSSTRecord label) {
            return records.text(label.getSSTIndex());
        }
        if (record instanceof LabelRecord label) {
            return label.getValue();
        }
        if (record instanceof NumberRecord number) {
            return records.number(number.getValue(), cell.getXFIndex());
        }
        if (record instanceof BoolErrRecord value) {
            return value.isBoolean()
                    ? Boolean.toString(value.getBooleanValue())
                    : FormulaError.forInt(value.getErrorValue()).getString();
        }
        return record instanceof FormulaRecord formula ? cached(formula) : "";
    }

    /** What the spreadsheet last computed; a text stands in a record of its own. */
    private String cached(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            Record following = records.next();
            if (following instanceof StringRecord text) {
                return text.getString();
            }
            ahead = following;
            return "";
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> records.number(formula.getValue(), formula.getXFIndex());
            case BOOLEAN -> Boolean.toString(formula.getCachedBooleanValue());
            case ERROR -> FormulaError.forInt(formula.getCachedErrorValue()).getString();
            case _NONE, STRING, FORMULA, BLANK -> "";
        };
    }

    @Override
    public long bytesRead() {
        return ended ? size : 0;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
