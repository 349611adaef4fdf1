package cn.mingjian.model.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value of a cell of a reference table. The tables are written by hand in one form only - days as 2024-01-31, months
 * as 2024-01, decimals with a point and at most the column's digits behind it, true or false - and nothing is guessed.
 * Codes may be given by code or by label.
 */
final class CellValue {

    private static final int MOST_DIGITS = 16;

    private CellValue() {}

    /** The value, or empty where the text is none of the column's type. */
    static Optional<Object> of(TableColumn column, String text) {
        try {
            return switch (column.type()) {
                case TEXT -> Optional.of(text);
                case INTEGER -> text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
                case MONEY, QUANTITY -> decimal(text, column.scale());
                case DATE -> Optional.of(LocalDate.parse(text));
                case TIME -> Optional.of(LocalDateTime.parse(text));
                case MONTH -> Optional.of(YearMonth.parse(text).atDay(1));
                case CODE -> code(column, text).map(Object.class::cast);
                case CODES -> codes(column, text);
                case BOOLEAN -> text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
                case ID_NO, USCC -> text.matches("[0-9A-Z]{18}") ? Optional.of(text) : Optional.empty();
                case REGION -> text.matches("\\d{6}") ? Optional.of(text) : Optional.empty();
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> decimal(String text, int scale) {
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        boolean fits = number.scale() <= scale && number.precision() - number.scale() <= MOST_DIGITS - scale;
        return fits ? Optional.of(number.setScale(scale)) : Optional.empty();
    }

    private static Optional<String> code(TableColumn column, String text) {
        if (column.codes().containsKey(text)) {
            return Optional.of(text);
        }
        return column.codes().entrySet().stream()
                .filter(code -> code.getValue().zh().equals(text)
                        || code.getValue().en().equals(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Object> codes(TableColumn column, String text) {
        List<String> found = new ArrayList<>();
        for (String part : text.split("[;、]")) {
            Optional<String> code = code(column, part.strip());
            if (code.isEmpty()) {
                return Optional.empty();
            }
            found.add(code.get());
        }
        return Optional.of(List.copyOf(found));
    }
}
