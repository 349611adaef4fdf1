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
        Sensitivity sensitivity,
        Optional<String> example,
        List<String> synonyms,
        Optional<String> lawful,
        boolean required) {}
