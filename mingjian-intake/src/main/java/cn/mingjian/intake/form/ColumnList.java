package cn.mingjian.intake.form;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/**
 * The list of what another body is asked for: each column with its meaning, how it is written, its codes, and whether the
 * table is of no use without it. It says nothing of what the data are for.
 */
public final class ColumnList {

    private static final List<Integer> WIDTHS = List.of(6, 22, 26, 34, 46, 12, 24);
    private static final List<Integer> CODE_WIDTHS = List.of(22, 26, 40, 60);

    private final Language language;
    private final FormHints hints;

    private ColumnList(Language language) {
        this.language = language;
        this.hints = new FormHints(language);
    }

    /** Writes the list, and the codes of each column that has any on a sheet of their own. */
    public static void write(OutputStream out, List<FormTable> tables, Language language) throws IOException {
        try (Workbook workbook = new Workbook(out, "form", "1.0")) {
            ColumnList list = new ColumnList(language);
            list.columns(workbook, tables);
            if (tables.stream().flatMap(table -> table.asked().stream()).anyMatch(column -> !column.codes()
                    .isEmpty())) {
                list.codes(workbook, tables);
            }
        }
    }

    private void columns(Workbook workbook, List<FormTable> tables) {
        var worksheet = workbook.newWorksheet(word("list"));
        worksheet.pageOrientation("landscape");
        worksheet.fitToWidth((short) 1);
        worksheet.fitToHeight((short) 0);
        ReadableSheet sheet = new ReadableSheet(worksheet, WIDTHS);
        sheet.note(word("list-note"), true);
        sheet.headings(words("list-number", "list-table", "list-column", "list-writing", "list-codes", "list-must")
                .toList());
        int number = 0;
        for (FormTable table : tables) {
            for (Column column : table.asked()) {
                sheet.row(List.of(
                        String.valueOf(++number),
                        table.contract().title().in(language),
                        column.title().in(language),
                        hints.hint(column),
                        column.codes().isEmpty() ? "" : column.labels().in(language),
                        word(table.needed(column) ? "list-required" : "list-helpful")));
            }
        }
    }

    private void codes(Workbook workbook, List<FormTable> tables) {
        ReadableSheet sheet = new ReadableSheet(workbook.newWorksheet(word("list-codes")), CODE_WIDTHS);
        sheet.note(word("list-codes-note"), true);
        sheet.headings(
                words("list-table", "list-column", "list-value", "list-also").toList());
        for (FormTable table : tables) {
            for (Column column : table.asked()) {
                column.codes()
                        .forEach((code, label) -> sheet.row(List.of(
                                table.contract().title().in(language),
                                column.title().in(language),
                                label.in(language),
                                String.join(word("list-comma"), column.also().getOrDefault(code, List.of())))));
            }
        }
    }

    private Stream<String> words(String... keys) {
        return Stream.of(keys).map(this::word);
    }

    private String word(String key) {
        return Messages.text(language, "intake.form." + key);
    }
}
