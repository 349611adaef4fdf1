package cn.mingjian.intake.map;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the delivered texts of one column are read.
 *
 * @param from the delivered heading, or the headings of which each file has one; empty where the contract's own headings
 *     decide
 * @param unit how many of the contract's units one delivered unit is: 10,000 for amounts in 万元
 * @param codes delivered text to code, beside the codes and labels of the contract
 * @param dates patterns of {@link java.time.format.DateTimeFormatter} that are tried before the usual forms, or
 *     {@code serial} for the day numbers of spreadsheets
 * @param value the text that every row has, where the file as a whole is of one kind and has no such column; else empty
 */
public record ColumnMapping(
        List<String> from, BigDecimal unit, Map<String, String> codes, List<String> dates, Optional<String> value) {

    /** The word for day numbers of spreadsheets among {@link #dates}. */
    public static final String SERIAL = "serial";

    /** Nothing special. */
    public static final ColumnMapping PLAIN =
            new ColumnMapping(List.of(), BigDecimal.ONE, Map.of(), List.of(), Optional.empty());

    /** Whether the contract's own headings decide where the column stands. */
    boolean byHeadings() {
        return from.isEmpty() && value.isEmpty();
    }
}
