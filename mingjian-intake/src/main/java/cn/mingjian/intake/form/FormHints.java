package cn.mingjian.intake.form;

import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;

/** How the values of a column are written, and an invented one of each, for whoever is asked for them. */
record FormHints(Language language) {

    /** Whether a spreadsheet would spoil a value of the column unless its cell is text. */
    static boolean asText(Column column) {
        return switch (column.type()) {
            case TEXT, ID_NO, USCC, REGION, CODE, CODES, DATE, TIME, MONTH, BOOLEAN -> true;
            case INTEGER, MONEY, QUANTITY -> false;
        };
    }

    /** How a value is written. */
    String hint(Column column) {
        return switch (column.type()) {
            case TEXT -> word("hint-text");
            case INTEGER -> word("hint-integer");
            case MONEY -> word("hint-money");
            case QUANTITY -> word("hint-quantity", column.unit());
            case DATE -> word("hint-date");
            case TIME -> word("hint-time");
            case MONTH -> word("hint-month");
            case CODE -> word("hint-code");
            case CODES -> word("hint-codes", FormCodes.labels(column, language));
            case BOOLEAN -> word("hint-boolean");
            case ID_NO -> word("hint-id");
            case USCC -> word("hint-uscc");
            case REGION -> word("hint-region");
        };
    }

    /** An invented value. */
    String example(Column column) {
        if (column.example().isPresent()) {
            String example = column.example().get();
            if (column.type() == ColumnType.BOOLEAN) {
                return word(Boolean.parseBoolean(example) ? "yes" : "no");
            }
            return column.codes().containsKey(example) ? FormCodes.label(column, example, language) : example;
        }
        return switch (column.type()) {
            case TEXT -> word("example-text");
            case INTEGER -> "3";
            case MONEY -> "1234.50";
            case QUANTITY -> "12.5";
            case DATE -> "2024-01-31";
            case TIME -> "2024-01-31 08:30:00";
            case MONTH -> "2024-01";
            case CODE, CODES ->
                FormCodes.label(column, column.codes().keySet().iterator().next(), language);
            case BOOLEAN -> word("yes");
            case ID_NO -> "11010519491231002X";
            case USCC -> "91350100M000100Y43";
            case REGION -> "340207";
        };
    }

    private String word(String key, Object... arguments) {
        return Messages.text(language, "intake.form." + key, arguments);
    }
}
