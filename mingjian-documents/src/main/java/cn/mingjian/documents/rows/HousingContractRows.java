package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A contract for the sale of housing as rows of {@code housing_contract} and {@code contract_text}. Where the text states
 * no number of the contract, the id of the document stands for it. The words of a document were typed: none of them was
 * recognised or written by hand.
 */
public final class HousingContractRows implements RowMaker {

    private static final List<String> TEXTS =
            List.of("project", "developer_uscc", "developer_name", "sign_date", "template_version");

    @Override
    public Set<String> contracts() {
        return Set.of("housing_contract", "contract_text");
    }

    @Override
    public Map<String, List<ObjectNode>> rows(Extraction extraction) {
        String number = JudgmentRows.text(extraction, "contract_no", 0).orElse(extraction.id());
        Row contract = new Row().put("contract_no", number);
        TEXTS.forEach(column -> contract.put(column, JudgmentRows.text(extraction, column, 0)));
        contract.value("price_total", JudgmentRows.value(extraction, "price_total", 0));
        return Map.of(
                "housing_contract",
                List.of(contract.node()),
                "contract_text",
                extraction.of("clause", 0).stream()
                        .map(clause -> clause(extraction, number, clause))
                        .toList());
    }

    private static ObjectNode clause(Extraction extraction, String number, Element clause) {
        Optional<String> words = clause.span().map(extraction.text()::words);
        return new Row()
                .put("contract_no", number)
                .put("part", clause.value().path("part").asText())
                .put("clause_no", clause.value().path("number").asText())
                .put("text", words)
                .put("handwritten", false)
                .put("ocr_confidence", 1)
                .put("source_file", extraction.id())
                .node();
    }
}
