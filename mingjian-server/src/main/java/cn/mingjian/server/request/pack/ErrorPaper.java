package cn.mingjian.server.request.pack;

import cn.mingjian.intake.form.ReadableSheet;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.server.paper.OfficialPaper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * What a body is asked to look at in the data that it delivered: a letter with counts and a list with file, sheet, row and
 * column. No value of a cell stands in either: whoever keeps the register finds it by its row.
 *
 * @param provider who delivered
 * @param tables counts by table
 * @param errors what to look at, as far as the list goes
 */
public record ErrorPaper(
        String office, String provider, List<TableErrors> tables, List<CellError> errors, LocalDate today) {

    private static final List<Integer> WIDTHS = List.of(10, 20, 30, 22, 18);
    private static final List<Integer> LIST_WIDTHS = List.of(7, 20, 30, 16, 9, 22, 30, 46);

    /**
     * How one delivered table did.
     *
     * @param file its files and sheets
     * @param rejected rows that could not be taken
     * @param cells cells that could not be taken, or fail their own check
     */
    public record TableErrors(String table, String file, long rows, long rejected, long cells) {}

    /**
     * One thing to look at.
     *
     * @param row the row that a person sees
     * @param column its title; empty where the whole row is meant
     */
    public record CellError(
            String table, String file, String sheet, long row, String column, String what, String mend) {}

    /** Writes the letter as Word to a stream, which stays open. */
    public void letter(OutputStream out) throws IOException {
        OfficialPaper paper = new OfficialPaper();
        paper.title(office, say("errors-title"));
        paper.middle(say("number-blank"));
        paper.gap();
        paper.flush(say("to", provider));
        paper.text(say("errors-opening"));
        List<List<String>> rows = new ArrayList<>();
        for (TableErrors table : tables) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    table.table(),
                    table.file(),
                    say("errors-of", table.rejected(), table.rows()),
                    String.valueOf(table.cells())));
        }
        paper.table(
                WIDTHS,
                List.of(
                        say("column-number"),
                        say("column-table"),
                        say("errors-file"),
                        say("errors-rejected"),
                        say("errors-cells")),
                rows);
        paper.text(say("errors-please"));
        paper.text(say("errors-safety"));
        paper.gap();
        paper.text(say("errors-enclosure"));
        paper.gap();
        paper.gap();
        paper.right(office);
        paper.right(LetterPaper.day(today));
        paper.write(out);
    }

    /** Writes the list as Excel to a stream, which stays open. */
    public void list(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "list", "1.0")) {
            var worksheet = workbook.newWorksheet(say("errors-list"));
            worksheet.pageOrientation("landscape");
            worksheet.fitToWidth((short) 1);
            worksheet.fitToHeight((short) 0);
            ReadableSheet sheet = new ReadableSheet(worksheet, LIST_WIDTHS);
            sheet.note(say("errors-list-note"), true);
            sheet.headings(List.of(
                    say("column-number"),
                    say("column-table"),
                    say("errors-file"),
                    say("errors-sheet"),
                    say("errors-row"),
                    say("errors-column"),
                    say("errors-what"),
                    say("errors-mend")));
            int number = 0;
            for (CellError error : errors) {
                sheet.row(List.of(
                        String.valueOf(++number),
                        error.table(),
                        error.file(),
                        error.sheet(),
                        String.valueOf(error.row()),
                        error.column(),
                        error.what(),
                        error.mend()));
            }
        }
    }

    private static String say(String key, Object... arguments) {
        return Messages.text(Language.ZH, "letter." + key, arguments);
    }
}
