package cn.mingjian.intake.form;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;

/** The lists of a form, one a column of a hidden sheet. */
final class FormCodes {

    private final Worksheet sheet;
    private final Language language;
    private int lists;

    /** A list and how a cell refers to it. */
    record Listed(String reference) {}

    FormCodes(Worksheet sheet, Language language) {
        this.sheet = sheet;
        this.language = language;
    }

    /** Whether a cell of the column is picked from a list; several codes in one cell cannot be. */
    static boolean single(Column column) {
        return column.type() == ColumnType.CODE || column.type() == ColumnType.BOOLEAN;
    }

    Listed list(Column column) {
        List<String> labels = new ArrayList<>();
        if (column.type() == ColumnType.BOOLEAN) {
            labels.add(Messages.text(language, "intake.form.yes"));
            labels.add(Messages.text(language, "intake.form.no"));
        } else {
            column.codes().keySet().forEach(code -> labels.add(label(column, code, language)));
        }
        int at = lists++;
        for (int row = 0; row < labels.size(); row++) {
            sheet.value(row, at, labels.get(row));
        }
        String letters = letters(at);
        return new Listed("'" + sheet.getName() + "'!$" + letters + "$1:$" + letters + "$" + labels.size());
    }

    static String label(Column column, String code, Language language) {
        Words words = column.codes().get(code);
        return words == null ? code : words.in(language);
    }

    static String labels(Column column, Language language) {
        return column.codes().keySet().stream()
                .map(code -> label(column, code, language))
                .collect(Collectors.joining("、"));
    }

    private static String letters(int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }
}
