package cn.mingjian.intake.form;

import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Worksheet;

/** A sheet that is read by people: a title, headings, rows of text with borders; no text of it is a formula. */
public final class ReadableSheet {

    private final Worksheet sheet;
    private int row;

    /** @param widths of the columns, in characters */
    public ReadableSheet(Worksheet sheet, List<Integer> widths) {
        this.sheet = sheet;
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, widths.get(i));
        }
    }

    /** A line above the table. */
    public void note(String text, boolean bold) {
        sheet.value(row, 0, CellText.plain(text));
        if (bold) {
            sheet.style(row, 0).bold().set();
        } else {
            sheet.style(row, 0).fontColor(Color.GRAY6).set();
        }
        row++;
    }

    /** The headings, which stay in sight. */
    public void headings(List<String> headings) {
        cells(headings, true);
        sheet.freezePane(0, row);
        sheet.repeatRows(row - 1);
    }

    /** A row, as text. */
    public void row(List<String> cells) {
        cells(cells, false);
    }

    private void cells(List<String> cells, boolean heading) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, CellText.plain(cells.get(i)));
            var style = sheet.style(row, i).format("@").wrapText(true).verticalAlignment("top");
            if (heading) {
                style.bold().fillColor(Color.GRAY2);
            }
            style.borderStyle(BorderStyle.THIN).borderColor(Color.GRAY5).set();
        }
        row++;
    }
}
