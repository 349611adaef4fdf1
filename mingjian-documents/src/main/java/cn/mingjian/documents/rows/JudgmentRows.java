package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A judgment as rows of {@code judgment, judgment_charge, judgment_exec, earlier_conviction, pros_case, pros_charge,
 * circumstance, sentence_rec}. Persons are numbered as in the document ({@code defendant_no}), because documents carry no ID numbers;
 * the number of the first indictment stands as {@code pros_case_no}. What an element leaves unsure is left out: empty is
 * unknown to a model.
 */
public final class JudgmentRows implements RowMaker {

    private static final Set<String> CONTRACTS = Set.of(
            "judgment", "judgment_charge", "judgment_exec", "pros_case", "pros_charge", "circumstance", "sentence_rec");
    private static final Map<String, String> INSTANCES = Map.of("first", "一审", "second", "二审", "retrial", "再审");
    private static final Map<String, String> PROCEDURES = Map.of("summary", "简易", "ordinary", "普通", "fast", "速裁");

    private final ChargeCodes codes;
    private final CourtPlaces courts;

    /** @param library the folder of the library: its table of charges and its divisions give the codes */
    public JudgmentRows(Path library) {
        this.codes = new ChargeCodes(library);
        this.courts = new CourtPlaces(library);
    }

    @Override
    public Set<String> contracts() {
        return CONTRACTS;
    }

    @Override
    public Map<String, List<ObjectNode>> rows(Extraction extraction) {
        Map<String, List<ObjectNode>> rows = new LinkedHashMap<>();
        Optional<String> judgment = text(extraction, "case_number", 0);
        Optional<String> prosecution = text(extraction, "indictment_number", 0);
        judgment.ifPresent(number -> rows.put("judgment", List.of(judgment(extraction, number, prosecution))));
        for (int defendant = 1; defendant <= extraction.defendants(); defendant++) {
            DefendantRows person = new DefendantRows(extraction, defendant, codes);
            CircumstanceRows circumstances = new CircumstanceRows(extraction, defendant);
            EarlierConvictionRows earlier = new EarlierConvictionRows(extraction, defendant, codes);
            judgment.ifPresent(number -> {
                add(rows, "judgment_charge", person.charges(number));
                add(rows, "judgment_exec", person.sentence(number));
                add(rows, "circumstance", circumstances.rows("判决", number, "circumstance_found"));
                add(rows, "earlier_conviction", earlier.rows(number));
            });
            prosecution.ifPresent(number -> {
                add(rows, "pros_case", person.prosecution(number));
                add(rows, "pros_charge", person.accused(number));
                add(rows, "circumstance", circumstances.rows("起诉", number, "circumstance_accused"));
                add(rows, "sentence_rec", person.recommendation(number));
            });
        }
        return rows;
    }

    private ObjectNode judgment(Extraction extraction, String number, Optional<String> prosecution) {
        Row row = new Row().put("judgment_no", number).put("pros_case_no", prosecution);
        return row.put("instance", text(extraction, "instance", 0).map(INSTANCES::get))
                .put("procedure", text(extraction, "procedure", 0).map(PROCEDURES::get))
                .put("judgment_date", text(extraction, "judgment_date", 0))
                .put("court_code", text(extraction, "court", 0))
                .put("region", region(extraction))
                .node();
    }

    private Optional<String> region(Extraction extraction) {
        return text(extraction, "court", 0).flatMap(court -> text(extraction, "judgment_date", 0)
                .flatMap(day -> courts.of(court, LocalDate.parse(day))));
    }

    private static void add(Map<String, List<ObjectNode>> rows, String contract, List<ObjectNode> more) {
        rows.computeIfAbsent(contract, name -> new ArrayList<>()).addAll(more);
    }

    /** The value of an element that is surely known. */
    static Optional<JsonNode> value(Extraction extraction, String element, int defendant) {
        return extraction.first(element, defendant).filter(Element::known).map(Element::value);
    }

    static Optional<String> text(Extraction extraction, String element, int defendant) {
        return value(extraction, element, defendant).map(JsonNode::asText);
    }

    /** The sentence in which an element stands. */
    static Optional<String> sentence(Extraction extraction, Element element) {
        return element.span().map(Span::start).map(start -> {
            String text = extraction.text().text();
            return extraction.text().words(Sentences.at(text, start)).strip();
        });
    }
}
