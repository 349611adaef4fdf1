package cn.mingjian.cli.output;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Measure;
import cn.mingjian.model.clue.SourceRow;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Clues as an Excel workbook: one sheet of clues, one of the rows behind them. Takes masked clues. Cells are texts or
 * numbers, never formulas: a text that begins like a formula is set apart by an apostrophe.
 */
public final class ClueWorkbook {

    private static final int MOST_SOURCE_ROWS = 100_000;

    private final Language language;

    public ClueWorkbook(Language language) {
        this.language = language;
    }

    /** Writes the workbook to a stream, which stays open. */
    public void write(List<Clue> masked, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Mingjian", "1.0");
        clues(masked, book.newWorksheet(say("output.clues")));
        sources(masked, book.newWorksheet(say("output.source-rows")));
        book.finish();
    }

    private void clues(List<Clue> masked, Worksheet sheet) {
        header(
                sheet,
                "output.number",
                "output.grade",
                "output.code",
                "output.title",
                "output.place",
                "output.amount",
                "output.formula",
                "output.law-date",
                "output.grade-reason",
                "output.against",
                "output.ask",
                "output.to-establish",
                "output.law",
                "output.measures",
                "output.purpose");
        int row = 1;
        for (Clue clue : masked) {
            clue(sheet, row++, clue);
        }
    }

    private void clue(Worksheet sheet, int row, Clue clue) {
        int column = 0;
        text(sheet, row, column++, clue.clueId().substring(0, 12));
        text(sheet, row, column++, clue.grade());
        text(sheet, row, column++, clue.code());
        text(sheet, row, column++, clue.title().in(language));
        text(sheet, row, column++, clue.place());
        if (clue.amount() != null && clue.amount().yuan() != null) {
            sheet.value(row, column, clue.amount().yuan());
            text(sheet, row, column + 1, clue.amount().formula().in(language));
        }
        column += 2;
        text(sheet, row, column++, clue.lawDate());
        text(sheet, row, column++, clue.gradeReason().in(language));
        text(sheet, row, column++, against(clue));
        text(
                sheet,
                row,
                column++,
                joined(clue.ask().stream().map(words -> words.in(language)).toList()));
        text(
                sheet,
                row,
                column++,
                joined(clue.toEstablish().stream()
                        .map(item -> item.getOrDefault(language.code(), ""))
                        .toList()));
        text(
                sheet,
                row,
                column++,
                joined(clue.law().stream()
                        .map(law -> law.law()
                                + (law.article().isEmpty() ? "" : "#" + law.article())
                                + (law.verified() ? "" : say("output.unverified")))
                        .toList()));
        text(
                sheet,
                row,
                column++,
                String.join(
                        language == Language.ZH ? "、" : ", ",
                        clue.measures().stream()
                                .map(code -> Measure.name(code, language))
                                .toList()));
        text(
                sheet,
                row,
                column,
                clue.run().purpose().isEmpty()
                        ? say("output.no-purpose")
                        : clue.run().purpose());
    }

    private String against(Clue clue) {
        List<String> undecided = clue.exclusionsUndecided().stream()
                .map(one -> say("output.undecided", one.title().in(language)) + " "
                        + one.reason().in(language))
                .toList();
        return joined(java.util.stream.Stream.concat(
                        undecided.stream(), clue.against().stream().map(words -> words.in(language)))
                .toList());
    }

    private void sources(List<Clue> masked, Worksheet sheet) {
        header(sheet, "output.number", "output.input", "output.file", "output.sheet", "output.row", "output.values");
        int row = 1;
        for (Clue clue : masked) {
            for (SourceRow source : clue.sourceRows()) {
                if (row > MOST_SOURCE_ROWS) {
                    return;
                }
                text(sheet, row, 0, clue.clueId().substring(0, 12));
                text(sheet, row, 1, source.input());
                if (source.source() != null) {
                    text(sheet, row, 2, source.source().file());
                    text(sheet, row, 3, source.source().sheet());
                    sheet.value(row, 4, source.source().row());
                }
                text(
                        sheet,
                        row,
                        5,
                        source.absent() ? new SearchWords(language).of(source) : SearchWords.values(source.row()));
                row++;
            }
        }
    }

    private static String joined(List<String> parts) {
        return String.join("；", parts);
    }

    private void header(Worksheet sheet, String... keys) {
        for (int i = 0; i < keys.length; i++) {
            sheet.value(0, i, say(keys[i]));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void text(Worksheet sheet, int row, int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            boolean formula = "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
            sheet.value(row, column, formula ? "'" + text : text);
        }
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
