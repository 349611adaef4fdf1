package cn.mingjian.model.contract;

import cn.mingjian.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of a contract.
 *
 * @param unit such as {@code yuan} or {@code kg}, or empty
 * @param codes for a code column, value to label in the contract's order; else empty
 * @param also code to the other ways in which offices write it, for codes that have any
 * @param synonyms headings that offices use for this column
 * @param lawful the text of the value that a complete, lawful row holds; fills in test rows that do not mention it
 * @param required a row without it is rejected at import
 */
public record Column(
        String name,
        ColumnType type,
        Words title,
        String unit,
        Map<String, Words> codes,
        Map<String, List<String>> also,
        Sensitivity sensitivity,
        Optional<String> example,
        List<String> synonyms,
        Optional<String> lawful,
        boolean required) {

    private static final int MOST_LABELS = 16;

    /** The labels of the code list for a person who has to choose one; of a long list the first ones and how many there are. */
    public Words labels() {
        Words first = Words.listed(codes.values().stream().limit(MOST_LABELS).toList());
        return codes.size() <= MOST_LABELS
                ? first
                : new Words(
                        first.zh() + "……共 " + codes.size() + " 种", first.en() + " ... (" + codes.size() + " in all)");
    }
}
