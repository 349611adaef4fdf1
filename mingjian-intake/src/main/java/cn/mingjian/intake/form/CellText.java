package cn.mingjian.intake.form;

import java.util.regex.Pattern;

/**
 * A text as a cell of a workbook that leaves: one that a spreadsheet would take for a formula, also when the sheet was saved
 * as csv in between, is set apart by an apostrophe. Chinese spreadsheets take full-width signs for formulas too.
 */
public final class CellText {

    private static final Pattern FORMULA =
            Pattern.compile("[=＝@＠\\t\\r\\n].*|[+\\-＋－](?!\\d[\\d.,]*$).*", Pattern.DOTALL);

    private CellText() {}

    /** The text, harmless; a number with its sign is a number. */
    public static String plain(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
