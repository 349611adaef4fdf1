package cn.mingjian.running.output;

import cn.mingjian.intake.form.CellText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that can be filed and printed: lines wrapped, A4 across, fitted to the width of the page, numbered pages. Cells
 * are texts or numbers, never formulas: a text that begins like a formula is set apart by an apostrophe. Rows and columns
 * count from 0.
 */
final class PrintedSheet {

    /** So many rows are held before they go to the file. */
    private static final int HELD = 500;

    /** Excel takes 65,530 links on a sheet. */
    private static final int MOST_LINKS = 65_000;

    private static final String FONT = "SimSun";
    private static final int SMALL = 9;
    private static final int MOST_MARGIN_CHARACTERS = 80;

    private final Worksheet sheet;
    private int links;

    /** A column with its width in characters. */
    record Column(String title, int width) {}

    /**
     * What stands at the margin of every page.
     *
     * @param page such as {@code page {0} of {1}}, where the numbers stand
     * @param mark who took the sheet and when; may be empty
     */
    record Margin(String head, String left, String right, String page, String mark) {}

    PrintedSheet(Worksheet sheet, Margin margin) {
        this.sheet = sheet;
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.7f);
        sheet.bottomMargin(0.7f);
        sheet.header(inMargin(margin.head()), Position.LEFT, FONT, SMALL);
        if (!margin.mark().isEmpty()) {
            sheet.header(inMargin(margin.mark()), Position.RIGHT, FONT, SMALL);
        }
        sheet.footer(inMargin(margin.left()), Position.LEFT, FONT, SMALL);
        sheet.footer(inMargin(margin.right()), Position.RIGHT, FONT, SMALL);
        sheet.footer(margin.page().replace("{0}", "&P").replace("{1}", "&N"), Position.CENTER, FONT, SMALL);
    }

    /** Writes the header of a list that fills the sheet: frozen, filtered, repeated on each page. */
    PrintedSheet list(List<Column> columns, int rows) {
        widths(columns.stream().map(Column::width).toList());
        heading(0, columns.stream().map(Column::title).toList());
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.setAutoFilter(0, 0, Math.max(1, rows), columns.size() - 1);
        return this;
    }

    void widths(List<Integer> characters) {
        for (int i = 0; i < characters.size(); i++) {
            sheet.width(i, characters.get(i));
        }
    }

    /** A row of bold titles. */
    void heading(int row, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            text(row, i, titles.get(i));
            sheet.style(row, i)
                    .bold()
                    .fillColor("E7EDF5")
                    .wrapText(true)
                    .verticalAlignment("center")
                    .set();
        }
    }

    /** One bold title. */
    void title(int row, String title) {
        sheet.inlineString(row, 0, CellText.plain(title));
        sheet.style(row, 0).bold().fontSize(12).set();
    }

    void row(int row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            text(row, i, texts.get(i));
        }
    }

    /** A sentence on a row of its own. */
    void line(int row, String text) {
        unwrapped(row, 0, text);
    }

    void text(int row, int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            sheet.inlineString(row, column, CellText.plain(text));
        }
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    /** A text that runs on over the cells beside it. */
    void unwrapped(int row, int column, String text) {
        sheet.inlineString(row, column, CellText.plain(text));
    }

    void number(int row, int column, long number) {
        sheet.value(row, column, number);
        sheet.style(row, column).verticalAlignment("top").set();
    }

    void money(int row, int column, BigDecimal yuan) {
        sheet.value(row, column, yuan);
        sheet.style(row, column).format("#,##0.00").verticalAlignment("top").set();
    }

    /** A text that leads to a cell of a sheet of the workbook; a text only where Excel takes no more links. */
    void link(int row, int column, String text, String toSheet, int toRow) {
        if (links++ < MOST_LINKS) {
            sheet.hyperlink(row, column, HyperLink.internal("'" + toSheet + "'!A" + (toRow + 1), CellText.plain(text)));
            sheet.style(row, column)
                    .fontColor("0563C1")
                    .underlined()
                    .verticalAlignment("top")
                    .set();
        } else {
            text(row, column, text);
        }
    }

    /** A row of a long list is whole: it and those before may leave the memory, and are not to be touched again. */
    void written(int row) {
        if (row % HELD == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The sheet is whole; only then may the next begin. */
    void finish() throws IOException {
        sheet.finish();
    }

    /** In a margin {@code &} begins a code. */
    private static String inMargin(String text) {
        String shown = text.length() > MOST_MARGIN_CHARACTERS ? text.substring(0, MOST_MARGIN_CHARACTERS) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", " ").replace("&", "&&");
    }
}
