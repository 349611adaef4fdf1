package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The circumstances of one defendant as rows of {@code circumstance}. */
final class CircumstanceRows {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("surrender", "SURR"),
            Map.entry("confession", "CONF"),
            Map.entry("merit", "MERIT"),
            Map.entry("recidivism", "RECID"),
            Map.entry("accessory", "ACC"),
            Map.entry("coerced", "COERC"),
            Map.entry("attempt", "ATT"),
            Map.entry("discontinuation", "DESIST"),
            Map.entry("preparation", "PREP"),
            Map.entry("minor", "MINOR"),
            Map.entry("elderly", "AGE75"),
            Map.entry("disabled", "LIMCAP"),
            Map.entry("defensive", "EXCESS"),
            Map.entry("returned", "RESTIT"),
            Map.entry("forgiveness", "FORGIVE"),
            Map.entry("plea", "PLEA"));

    private final Extraction extraction;
    private final int defendant;

    CircumstanceRows(Extraction extraction, int defendant) {
        this.extraction = extraction;
        this.defendant = defendant;
    }

    /** The rows of one side: what an element of circumstances says of this defendant. */
    List<ObjectNode> rows(String side, String number, String element) {
        List<ObjectNode> rows = new ArrayList<>();
        for (Element one : extraction.of(element, defendant)) {
            Optional<String> code = code(one);
            if (one.known() && code.isPresent()) {
                rows.add(new Row()
                        .put("doc_side", side)
                        .put("doc_no", number)
                        .put("defendant_no", String.valueOf(defendant))
                        .put("circ_code", code)
                        .put("source_text", JudgmentRows.sentence(extraction, one))
                        .node());
            }
        }
        return rows;
    }

    private Optional<String> code(Element circumstance) {
        String words = circumstance.span().map(extraction.text()::words).orElse("");
        boolean drugs = circumstance.value().asText().equals("prior_record")
                && JudgmentRows.sentence(extraction, circumstance)
                        .filter(text -> text.contains("毒品再犯"))
                        .isPresent();
        if (drugs) {
            return Optional.of("DRUGRE");
        }
        return words.equals("重大立功")
                ? Optional.of("MERIT2")
                : Optional.ofNullable(CODES.get(circumstance.value().asText()));
    }
}
