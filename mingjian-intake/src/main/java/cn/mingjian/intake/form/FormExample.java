package cn.mingjian.intake.form;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * A form filled with invented values, to look at while filling the real one. It carries no form number: brought back by
 * mistake it is not taken for an answer.
 */
public final class FormExample {

    private static final int WIDTH = 22;

    private FormExample() {}

    /** Writes one filled row a table, and a filled statement of coverage for each. */
    public static void write(OutputStream out, List<FormTable> tables, Language language) throws IOException {
        FormHints hints = new FormHints(language);
        String note = Messages.text(language, "intake.form.filled-note");
        try (Workbook workbook = new Workbook(out, "form", "1.0")) {
            for (FormTable table : tables) {
                List<Column> columns = table.asked();
                ReadableSheet sheet = new ReadableSheet(
                        workbook.newWorksheet(table.contract().title().in(language)),
                        Collections.nCopies(columns.size(), WIDTH));
                sheet.note(note, true);
                sheet.headings(columns.stream()
                        .map(column -> column.title().in(language) + (table.needed(column) ? "*" : ""))
                        .toList());
                sheet.row(columns.stream().map(hints::example).toList());
            }
            coverage(workbook, tables, language, note);
        }
    }

    private static void coverage(Workbook workbook, List<FormTable> tables, Language language, String note) {
        ReadableSheet sheet = new ReadableSheet(
                workbook.newWorksheet(Messages.text(language, "intake.form.coverage-sheet")),
                Collections.nCopies(FormCoverage.HEADINGS.size(), WIDTH));
        sheet.note(note, true);
        sheet.headings(FormCoverage.HEADINGS.stream()
                .map(key -> Messages.text(language, "intake.form." + key))
                .toList());
        for (FormTable table : tables) {
            List<String> cells = new ArrayList<>();
            cells.add(table.contract().title().in(language));
            cells.addAll(List.of("2024-01-01", "2024-12-31", "340207"));
            cells.add(Messages.text(language, "intake.form.yes"));
            cells.add(Messages.text(language, "intake.form.filled-by"));
            sheet.row(cells);
        }
    }
}
