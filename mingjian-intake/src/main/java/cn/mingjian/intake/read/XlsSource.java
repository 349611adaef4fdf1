package cn.mingjian.intake.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A visible sheet of an xls workbook (BIFF8).
 *
 * @param index place among all sheets of the workbook, from 0
 */
record XlsSource(Path file, int index, String name) implements TableSource {

    /** The visible sheets of a workbook. */
    static List<TableSource> open(Path file) throws IOException {
        List<TableSource> sheets = new ArrayList<>();
        try (XlsRecords records = new XlsRecords(file)) {
            List<XlsRecords.SheetName> names = records.sheets();
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).visible()) {
                    sheets.add(new XlsSource(file, i, names.get(i).name()));
                }
            }
        }
        return sheets;
    }

    @Override
    public Optional<String> sheet() {
        return Optional.of(name);
    }

    @Override
    public String format() {
        return "xls";
    }

    @Override
    public RowReader open() throws IOException {
        return new XlsReader(this);
    }
}
