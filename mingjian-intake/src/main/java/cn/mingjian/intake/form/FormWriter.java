package cn.mingjian.intake.form;

import cn.mingjian.intake.form.FormCodes.Listed;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the Excel form that asks another body for data: one sheet a contract, with the needed columns only, notes, hints
 * and an example above the headings, text format where spreadsheets would spoil a value, lists for codes; a sheet that asks
 * what each table covers. The form number stands in a hidden sheet and in the file's properties; nothing else tells for
 * what the data are needed, because whoever fills the form is often the body that is supervised.
 */
public final class FormWriter {

    static final String NUMBER_SHEET = "form";
    static final String NUMBER_PROPERTY = "form";
    static final int NOTE_ROW = 0;
    static final int HINT_ROW = 1;
    static final int EXAMPLE_ROW = 2;
    static final int HEADING_ROW = 3;
    private static final int LAST_ROW = 5_000;
    private static final int WIDEST = 40;
    private static final String TEXT_FORMAT = "@";

    private final Language language;
    private final FormHints hints;

    private FormWriter(Language language) {
        this.language = language;
        this.hints = new FormHints(language);
    }

    /** Writes a form as a new file. */
    public static void write(Path file, List<FormTable> tables, String number, Language language) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, tables, number, language);
        }
    }

    /**
     * Writes a form to a stream, which stays open.
     *
     * @param number what the installation resolves to model, version and contracts; nobody else can
     */
    public static void write(OutputStream out, List<FormTable> tables, String number, Language language)
            throws IOException {
        new FormWriter(language).write(out, tables, number);
    }

    private void write(OutputStream out, List<FormTable> tables, String number) throws IOException {
        try (Workbook workbook = new Workbook(out, "form", "1.0")) {
            workbook.properties().setTextProperty(NUMBER_PROPERTY, number);
            List<Worksheet> sheets = tables.stream()
                    .map(table -> workbook.newWorksheet(table.contract().title().in(language)))
                    .toList();
            Worksheet coverage = workbook.newWorksheet(word("coverage-sheet"));
            Worksheet lists = workbook.newWorksheet(word("list-sheet"));
            lists.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet hidden = workbook.newWorksheet(NUMBER_SHEET);
            hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
            hidden.value(0, 0, number);
            FormCodes codes = new FormCodes(lists, language);
            for (int i = 0; i < sheets.size(); i++) {
                table(sheets.get(i), tables.get(i), codes);
            }
            coverage(coverage, tables);
        }
    }

    private String word(String key, Object... arguments) {
        return Messages.text(language, "intake.form." + key, arguments);
    }

    private void table(Worksheet sheet, FormTable table, FormCodes codes) {
        List<Column> columns = table.asked();
        sheet.value(NOTE_ROW, 0, word("note", table.contract().title().in(language)));
        sheet.style(NOTE_ROW, 0).bold().set();
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            String title = column.title().in(language);
            sheet.width(c, Math.min(WIDEST, Math.max(14, title.length() * 2.4)));
            if (FormHints.asText(column)) {
                sheet.style(c).format(TEXT_FORMAT).set();
            }
            sheet.value(HINT_ROW, c, hints.hint(column));
            sheet.style(HINT_ROW, c).fontColor(Color.GRAY6).wrapText(true).set();
            sheet.value(EXAMPLE_ROW, c, word("example", hints.example(column)));
            sheet.style(EXAMPLE_ROW, c).fontColor(Color.GRAY6).italic().set();
            sheet.value(HEADING_ROW, c, table.needed(column) ? title + "*" : title);
            sheet.style(HEADING_ROW, c)
                    .bold()
                    .fillColor(Color.GRAY2)
                    .wrapText(true)
                    .set();
            if (FormCodes.single(column)) {
                Listed listed = codes.list(column);
                sheet.range(HEADING_ROW + 1, c, LAST_ROW, c)
                        .validateWithListByFormula(listed.reference())
                        .allowBlank(true);
            }
        }
        sheet.freezePane(0, HEADING_ROW + 1);
    }

    private void coverage(Worksheet sheet, List<FormTable> tables) {
        sheet.value(0, 0, word("coverage-note"));
        sheet.style(0, 0).bold().set();
        List<String> headings = FormCoverage.HEADINGS.stream().map(this::word).toList();
        for (int c = 0; c < headings.size(); c++) {
            sheet.width(c, 22);
            sheet.style(c).format(TEXT_FORMAT).set();
            sheet.value(1, c, headings.get(c));
            sheet.style(1, c).bold().fillColor(Color.GRAY2).set();
        }
        for (int row = 0; row < tables.size(); row++) {
            sheet.value(row + 2, 0, tables.get(row).contract().title().in(language));
        }
        sheet.range(2, FormCoverage.COMPLETE, tables.size() + 1, FormCoverage.COMPLETE)
                .validateWithListByFormula('"' + word("yes") + "," + word("no") + "," + word("not-known") + '"')
                .allowBlank(true);
        sheet.freezePane(0, 2);
    }
}
