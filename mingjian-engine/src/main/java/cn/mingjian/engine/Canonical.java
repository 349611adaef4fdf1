package cn.mingjian.engine;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Values as keys, digests and JSON write them: one text for one value. */
public final class Canonical {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Canonical() {}

    /** The text of a value of a type. */
    public static String text(Object value, Type type) {
        if (value instanceof LocalDate day) {
            return type.form() == Form.MONTH ? YearMonth.from(day).toString() : day.toString();
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    /** The value as JSON carries it: numbers and truths as such, all else as text. */
    public static @Nullable Object json(@Nullable Object value, Type type) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Iterable) {
            return value;
        }
        return text(value, type);
    }
}
