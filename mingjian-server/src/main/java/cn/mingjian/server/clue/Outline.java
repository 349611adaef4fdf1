package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.server.clue.CluePage.ClueLaw;
import cn.mingjian.server.clue.CluePage.EstablishShown;
import cn.mingjian.server.clue.CluePage.SourceRowShown;
import cn.mingjian.server.run.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * The verification outline (调查核实提纲) of a clue as a Word document: what to fetch, from whom, whom to ask, on which legal
 * basis, and what would refute the clue. It holds masked values of this clue alone, and says on every page who took it and
 * when.
 */
final class Outline {

    private static final String FONT = "SimSun";
    private static final int TITLE = 18;
    private static final int HEADING = 13;
    private static final int TEXT = 11;
    private static final int SMALL = 8;

    private final CluePage clue;
    private final Run run;
    private final String mark;
    private final Language language;
    private final XWPFDocument document = new XWPFDocument();

    /** @param mark who took the document, and when */
    Outline(CluePage clue, Run run, String mark, Language language) {
        this.clue = clue;
        this.run = run;
        this.mark = mark;
        this.language = language;
    }

    /** Writes the document to a stream, which stays open. */
    void write(OutputStream out) throws IOException {
        try (document) {
            watermark();
            XWPFParagraph title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            text(title, say("outline"), TITLE, true);
            head();
            establish();
            list("outline-ask", clue.ask().stream().map(this::in).toList());
            list("outline-against", against());
            law();
            list("outline-rows", clue.sourceRows().stream().map(this::place).toList());
            document.write(out);
        }
    }

    private void watermark() {
        String line = say("outline-mark", mark);
        text(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), line, SMALL, false);
        text(document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), line, SMALL, false);
    }

    private void head() {
        XWPFTable table = table(2);
        row(table, 0, say("outline-clue"), in(clue.row().title()));
        row(table, say("outline-number"), clue.row().clueId());
        row(table, say("outline-model"), in(clue.model()) + "  " + run.model() + "@" + clue.version());
        row(
                table,
                say("outline-rule"),
                clue.row().code() + "  " + say("outline-grade", clue.row().grade()));
        row(table, say("outline-bodies"), joined(clue.row().bodies()));
        row(table, say("outline-run"), run.id() + "  " + say("outline-as-of", clue.asOf()));
        row(table, say("outline-purpose"), in(run.purpose().words(run.purposeText())));
    }

    private void establish() {
        heading("outline-establish");
        XWPFTable table = table(4);
        row(table, 0, say("outline-what"), say("outline-from"), say("outline-how"), say("outline-refuted-by"));
        for (EstablishShown item : clue.toEstablish()) {
            row(table, in(item.what()), in(item.from()), in(item.how()), in(item.refutedBy()));
        }
    }

    private List<String> against() {
        List<String> lines = clue.againstWords().stream().map(this::in).collect(Collectors.toList());
        clue.undecidedWords().forEach(one -> lines.add(say("outline-undecided", in(one.title()), in(one.reason()))));
        return lines;
    }

    private void law() {
        heading("outline-law");
        for (ClueLaw law : clue.law()) {
            paragraph(law.law() + "  " + law.article() + (law.verified() ? "" : say("outline-law-unverified")), true);
            paragraph(law.text(), false);
        }
        paragraph(say("outline-law-date", clue.lawDate()), false);
    }

    private String place(SourceRowShown row) {
        if (row.search() != null) {
            return in(row.title()) + ": " + in(row.search());
        }
        String sheet = row.sheet() == null ? "" : " · " + row.sheet();
        return row.file() == null
                ? in(row.title())
                : say("outline-row", in(row.title()), row.file() + sheet, String.valueOf(row.row()));
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            heading(heading);
            lines.forEach(line -> paragraph("• " + line, false));
        }
    }

    private void heading(String key) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(200);
        text(paragraph, say(key), HEADING, true);
    }

    private void paragraph(String line, boolean bold) {
        text(document.createParagraph(), line, TEXT, bold);
    }

    private XWPFTable table(int columns) {
        XWPFTable table = document.createTable(1, columns);
        table.setWidth("100%");
        return table;
    }

    private void row(XWPFTable table, String... cells) {
        fill(table.createRow(), cells);
    }

    private void row(XWPFTable table, int at, String... cells) {
        fill(table.getRow(at), cells);
    }

    private static void fill(XWPFTableRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text(row.getCell(i).getParagraphs().get(0), cells[i], TEXT, false);
        }
    }

    /** Text of a clue may come from data: it is written as text, line by line, never as markup. */
    private static void text(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setBold(bold);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i].replaceAll("\\p{Cntrl}", " "));
        }
    }

    private String joined(List<Words> words) {
        return words.isEmpty() ? "" : Words.listed(words).in(language);
    }

    private String in(Words words) {
        return words.in(language);
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, "server." + key, arguments);
    }
}
