package cn.mingjian.server.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/**
 * A paper in the form of official documents (GB/T 9704-2012): A4, its margins, title in 小标宋 at size 2, text in 仿宋 at size
 * 3 with lines of 28 points, page number at the foot. Its properties name nobody and no program.
 */
public final class OfficialPaper {

    private static final String SERIF = "方正小标宋简体";
    private static final String TEXT = "仿宋_GB2312";
    private static final String BLACK = "黑体";
    private static final int TITLE_SIZE = 22;
    private static final int TEXT_SIZE = 16;
    private static final int TABLE_SIZE = 12;
    private static final int PAGE_SIZE = 14;
    private static final int LINE = 28;
    /** Above and below the text of a cell, in twentieths of a point. */
    private static final int CELL_GAP = 60;
    /** A shorter text with digits in a cell is a figure. */
    private static final int SHORT = 8;
    /** Two characters of the text, in twentieths of a point. */
    private static final int INDENT = 2 * TEXT_SIZE * 20;

    /** Millimetres between the margins. */
    private static final int TEXT_WIDTH = 210 - 28 - 26;

    private static final double TWIPS_A_MILLIMETRE = 1440 / 25.4;

    private final XWPFDocument document = new XWPFDocument();

    /** An empty paper. */
    public OfficialPaper() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(37));
        margin.setBottom(twips(35));
        margin.setLeft(twips(28));
        margin.setRight(twips(26));
        document.getProperties().getCoreProperties().setCreator("");
        document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication("");
        pageNumber();
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_A_MILLIMETRE));
    }

    private void pageNumber() {
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        run(foot, "— ", TEXT, PAGE_SIZE);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        run(foot, " —", TEXT, PAGE_SIZE);
    }

    /** The title, in as many lines as it has. */
    public void title(String... lines) {
        for (String line : lines) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setSpacingBetween(LINE + 6, LineSpacingRule.EXACT);
            run(paragraph, line, SERIF, TITLE_SIZE);
        }
    }

    /** A line in the middle, such as the number of the document. */
    public void middle(String text) {
        XWPFParagraph paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, TEXT, TEXT_SIZE);
    }

    /** A line that begins at the margin, such as who is addressed. */
    public void flush(String text) {
        run(line(), text, TEXT, TEXT_SIZE);
    }

    /** A paragraph of the text, with two characters of indent; line breaks begin a new one. */
    public void text(String text) {
        for (String part : text.split("\n", -1)) {
            run(indented(), part, TEXT, TEXT_SIZE);
        }
    }

    /** A heading of the first order. */
    public void heading(String text) {
        run(indented(), text, BLACK, TEXT_SIZE);
    }

    /** A line that ends at the margin, such as the signature. */
    public void right(String text) {
        XWPFParagraph paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight(2 * INDENT);
        run(paragraph, text, TEXT, TEXT_SIZE);
    }

    /** An empty line. */
    public void gap() {
        line();
    }

    /**
     * A table.
     *
     * @param widths of its columns, in per cent
     */
    public void table(List<Integer> widths, List<String> headings, List<List<String>> rows) {
        XWPFTable table = document.createTable(1, headings.size());
        table.setWidth("100%");
        table.setTableAlignment(TableRowAlign.CENTER);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        widths.forEach(width -> grid.addNewGridCol().setW(twips(TEXT_WIDTH * width / 100)));
        XWPFTableRow first = table.getRow(0);
        first.setRepeatHeader(true);
        row(first, widths, headings, BLACK);
        rows.forEach(cells -> row(table.createRow(), widths, cells, TEXT));
        XWPFParagraph after = document.createParagraph();
        after.setSpacingBetween(LINE / 2.0, LineSpacingRule.EXACT);
    }

    private static void row(XWPFTableRow row, List<Integer> widths, List<String> cells, String font) {
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(widths.get(i) + "%");
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            boolean figure = cells.get(i).chars().filter(Character::isDigit).count() > 0
                    && cells.get(i).length() < SHORT;
            paragraph.setAlignment(figure || font.equals(BLACK) ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            paragraph.setSpacingBefore(CELL_GAP);
            paragraph.setSpacingAfter(CELL_GAP);
            run(paragraph, cells.get(i), font, TABLE_SIZE);
        }
    }

    private XWPFParagraph line() {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        return paragraph;
    }

    private XWPFParagraph indented() {
        XWPFParagraph paragraph = line();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(INDENT);
        return paragraph;
    }

    /** What people typed is written as text, never as markup. */
    private static void run(XWPFParagraph paragraph, String text, String font, int size) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setText(text);
    }

    /** Writes the document to a stream, which stays open. */
    public void write(OutputStream out) throws IOException {
        try (document) {
            document.write(out);
        }
    }
}
