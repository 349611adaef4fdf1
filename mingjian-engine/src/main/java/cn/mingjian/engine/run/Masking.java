package cn.mingjian.engine.run;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.functions.IdNumber;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Sensitivity;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a protected value a screen or a printed list shows. Outputs that keep values use {@link #OFF}. */
public enum Masking {
    OFF,
    ON;

    private static final String HIDDEN = "***";
    /** A running number, as of a defendant in a document, tells of nobody. */
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}");

    /** The value as it may be shown; of a personal value only what tells two rows of a list apart. */
    public @Nullable Object shown(@Nullable Object value, Type type, Sensitivity sensitivity) {
        if (this == OFF || value == null || !sensitivity.masked()) {
            return value;
        }
        if (sensitivity == Sensitivity.SENSITIVE) {
            return HIDDEN;
        }
        if (value instanceof String text) {
            return text(text, type);
        }
        if (value instanceof LocalDate day && type.form() == Form.DATE) {
            return day.getYear() + "-**-**";
        }
        return type.isNumber() ? value : HIDDEN;
    }

    /** Whether a text that stands for a person is only the person's place in a document. */
    static boolean isRunningNumber(String text) {
        return ORDINAL.matcher(text).matches();
    }

    private static String text(String text, Type type) {
        if (!type.codes().isEmpty() || text.isEmpty() || isRunningNumber(text)) {
            return text;
        }
        boolean identity =
                type.meaning().filter(meaning -> meaning == ColumnType.ID_NO).isPresent() || IdNumber.isValid(text);
        if (identity && text.length() > 6) {
            return text.substring(0, 4) + "*".repeat(text.length() - 6) + text.substring(text.length() - 2);
        }
        return text.substring(0, text.offsetByCodePoints(0, 1)) + HIDDEN;
    }
}
