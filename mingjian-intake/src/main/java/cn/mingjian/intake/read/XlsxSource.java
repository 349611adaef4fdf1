package cn.mingjian.intake.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A visible sheet of an xlsx workbook. */
record XlsxSource(Path file, int index, String name) implements TableSource {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

    /** The visible sheets of a workbook. */
    static List<TableSource> open(Path file) throws IOException {
        List<TableSource> sheets = new ArrayList<>();
        try {
            WorkbookCheck.check(file);
        } catch (ZipException e) {
            throw new UnreadableException("intake.workbook-broken");
        }
        try (ReadableWorkbook workbook = workbook(file)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    sheets.add(new XlsxSource(file, sheet.getIndex(), sheet.getName()));
                }
            }
        } catch (IOException | RuntimeException e) {
            // The library answers damage with many kinds of exceptions.
            throw new UnreadableException("intake.workbook-broken");
        }
        return sheets;
    }

    /**
     * Opens a workbook for reading. One made by hand or by a small program may have no part for its formats; then no
     * number in it is shown as a day, and the library, which asks for the part, must not.
     */
    static ReadableWorkbook workbook(Path file) throws IOException {
        return new ReadableWorkbook(file.toFile(), WorkbookCheck.hasFormats(file) ? WITH_FORMATS : WITHOUT_FORMATS);
    }

    @Override
    public Optional<String> sheet() {
        return Optional.of(name);
    }

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public RowReader open() throws IOException {
        return new XlsxReader(this);
    }
}
