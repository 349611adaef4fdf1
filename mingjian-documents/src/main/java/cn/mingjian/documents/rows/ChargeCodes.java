package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.model.table.ReferenceTables;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The article of the Criminal Law of a charge: by the reference table {@code charge_article}; of a charge that is not
 * there the only article of the special part that the judgment cites.
 */
final class ChargeCodes {

    private static final int FIRST_OF_SPECIAL_PART = 102;
    /** Articles of the special part that define words or aggravate, and are no offence. */
    private static final Set<String> NO_OFFENCE = Set.of("356", "357", "366", "367", "382-1", "386", "383", "390");

    private final Map<String, String> byCharge = new HashMap<>();

    ChargeCodes(Path library) {
        new ReferenceTables(List.of(library.resolve("tables")))
                .find("charge_article")
                .ifPresent(table -> table.rows().forEach(row -> row.text("charge")
                        .ifPresent(charge -> row.text("code").ifPresent(code -> byCharge.put(charge, code)))));
    }

    Optional<String> of(String charge, Extraction extraction) {
        return of(charge).or(() -> cited(extraction));
    }

    /** By the reference table alone. */
    Optional<String> of(String charge) {
        return Optional.ofNullable(byCharge.get(charge));
    }

    private static Optional<String> cited(Extraction extraction) {
        Set<String> special = extraction.of("cited_article", 0).stream()
                .filter(Element::known)
                .map(Element::value)
                .filter(value -> value.path("law").asText().equals("刑法"))
                .map(value -> value.path("article").asText())
                .filter(article -> !NO_OFFENCE.contains(article))
                .filter(article -> Integer.parseInt(article.replaceAll("-.*", "")) >= FIRST_OF_SPECIAL_PART)
                .collect(Collectors.toSet());
        return special.size() == 1 ? special.stream().findFirst() : Optional.empty();
    }
}
