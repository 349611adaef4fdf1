package cn.mingjian.intake.proposal;

import cn.mingjian.intake.clean.CellCleaner;
import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.intake.map.ColumnMapping;
import cn.mingjian.intake.map.Headings;
import cn.mingjian.model.contract.Column;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How delivered values fit the type of a column, and what a recipe has to say so that they do. */
final class ValueFit {

    private static final String DAY_FIRST = "dd/MM/yyyy";
    private static final String MONTH_FIRST = "MM/dd/yyyy";

    private ValueFit() {}

    /** Share of the values that are values of the column's type, or can be made so; a half where there are none, or any text will do. */
    static double share(Column column, List<String> values) {
        return switch (column.type()) {
            case TEXT -> 0.5;
            case INTEGER, MONEY, QUANTITY, DATE, TIME, MONTH, CODE, CODES, BOOLEAN, ID_NO, USCC, REGION ->
                values.isEmpty() ? 0.5 : fitting(column, mapping(column, values), values) / (double) values.size();
        };
    }

    private static ColumnMapping mapping(Column column, List<String> values) {
        return new ColumnMapping(
                List.of(), BigDecimal.ONE, codes(column, values), dates(column, values), Optional.empty());
    }

    private static long fitting(Column column, ColumnMapping mapping, List<String> values) {
        CellCleaner cleaner = Cleaners.of(column, mapping, BigDecimal.ONE, Set.of());
        Cleaned cleaned = new Cleaned();
        return values.stream()
                .filter(value -> {
                    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                    cleaner.clean(bytes, 0, bytes.length, cleaned);
                    return cleaned.outcome() == Cleaned.Outcome.VALUE && !cleaned.invalid();
                })
                .count();
    }

    /** Labels that are no label of the list but hold one, or are held by one: delivered text to code. */
    static Map<String, String> codes(Column column, List<String> values) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (column.codes().isEmpty()) {
            return codes;
        }
        for (String value : Set.copyOf(values).stream().sorted().toList()) {
            if (fitting(column, ColumnMapping.PLAIN, List.of(value)) == 0) {
                List<String> near = near(column, Headings.plain(value));
                if (near.size() == 1) {
                    codes.put(value, near.get(0));
                }
            }
        }
        return codes;
    }

    private static List<String> near(Column column, String plain) {
        List<String> near = new ArrayList<>();
        column.codes().forEach((code, words) -> {
            String label = Headings.plain(words.zh());
            boolean alike =
                    label.length() >= 2 && plain.length() >= 2 && (plain.contains(label) || label.contains(plain));
            if (alike) {
                near.add(code);
            }
        });
        return near;
    }

    /** The pattern of dates that the usual forms do not read; none where it cannot be told which number is the day. */
    static List<String> dates(Column column, List<String> values) {
        boolean dated =
                switch (column.type()) {
                    case DATE, TIME, MONTH -> true;
                    case TEXT, INTEGER, MONEY, QUANTITY, CODE, CODES, BOOLEAN, ID_NO, USCC, REGION -> false;
                };
        if (!dated || values.isEmpty() || fitting(column, ColumnMapping.PLAIN, values) > 0) {
            return List.of();
        }
        List<String> fits = new ArrayList<>();
        for (String form : List.of(DAY_FIRST, MONTH_FIRST, ColumnMapping.SERIAL)) {
            ColumnMapping mapping =
                    new ColumnMapping(List.of(), BigDecimal.ONE, Map.of(), List.of(form), Optional.empty());
            if (fitting(column, mapping, values) == values.size()) {
                fits.add(form);
            }
        }
        return fits.size() == 1 ? fits : List.of();
    }
}
