package cn.mingjian.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Fills a form as an office does: rows below the headings of a sheet, nothing else touched. */
final class FilledSheets {

    /** The headings stand in this row, counted from 1. */
    private static final int HEADING_ROW = 4;

    private final Path form;
    private final Map<String, String> rows = new LinkedHashMap<>();

    FilledSheets(Path form) {
        this.form = form;
    }

    /** Adds rows to a sheet, each by heading; headings that the form does not have are left out. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final FilledSheets rows(String sheet, Map<String, String>... values) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(form.toFile())) {
            Sheet found = book.findSheet(sheet).orElseThrow();
            Row headings = found.read().get(HEADING_ROW - 1);
            StringBuilder text = new StringBuilder();
            int number = HEADING_ROW + 1;
            for (Map<String, String> row : values) {
                text.append("<row r=\"").append(number).append("\">");
                for (int c = 0; c < headings.getCellCount(); c++) {
                    String value = row.get(headings.getCellText(c).replace("*", ""));
                    if (value != null) {
                        text.append("<c r=\"").append((char) ('A' + c)).append(number);
                        text.append("\" t=\"inlineStr\"><is><t>").append(value).append("</t></is></c>");
                    }
                }
                text.append("</row>");
                number++;
            }
            rows.put("xl/worksheets/sheet" + (found.getIndex() + 1) + ".xml", text.toString());
        }
        return this;
    }

    /** Writes the filled form. */
    Path write(Path filled) throws IOException {
        try (ZipFile zip = new ZipFile(form.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(filled))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                String more = rows.get(entry.getName());
                if (more != null) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replace("</sheetData>", more + "</sheetData>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
        return filled;
    }

    /** The cells of a row of a sheet, as a reader that is not ours sees them. */
    static List<String> cells(Path file, String sheet, int row) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            return book.findSheet(sheet).orElseThrow().read().stream()
                    .filter(found -> found.getRowNum() == row)
                    .flatMap(Row::stream)
                    .map(cell -> cell == null ? "" : cell.getText())
                    .toList();
        }
    }
}
