package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.text.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows about one defendant of a judgment. */
final class DefendantRows {

    private static final Map<String, String> MAIN = Map.of(
            "fixed-term", "有期徒刑",
            "detention", "拘役",
            "control", "管制",
            "life", "无期",
            "death", "死刑",
            "fine", "单处附加",
            "exempt", "免刑");
    /** What a row of a charge takes from the text besides the charge, where it is the only one. */
    private static final List<String> OF_ACCUSED = List.of("amount_accused", "gain_accused", ActDays.ELEMENT);

    private static final List<String> OF_FOUND = List.of("amount_found", "gain_found", ActDays.ELEMENT);
    private static final Pattern CASE_NUMBER = Pattern.compile("（\\d{4}）[^（）]{2,30}?号");

    private final Extraction extraction;
    private final int defendant;
    private final ChargeCodes codes;
    private final ActDays days;
    private final Gains gains;

    DefendantRows(Extraction extraction, int defendant, ChargeCodes codes) {
        this.extraction = extraction;
        this.defendant = defendant;
        this.codes = codes;
        this.days = ActDays.of(extraction);
        this.gains = new Gains(extraction, defendant);
    }

    List<ObjectNode> prosecution(String number) {
        boolean plea = extraction.of("circumstance_accused", defendant).stream()
                .anyMatch(element -> element.value().asText().equals("plea"));
        Row row = person("pros_case_no", number)
                .put("name", text("name"))
                .put("indictment_no", JudgmentRows.text(extraction, "indictment_number", 0))
                .put("indictment_date", JudgmentRows.text(extraction, "indictment_date", 0))
                .put("indictment_version", 1)
                .put("court_code", JudgmentRows.text(extraction, "court", 0))
                .put("decision", "起诉")
                .put("source_text", sentence("indictment_number", 0));
        return List.of((plea ? row.put("is_plea", true) : row).node());
    }

    List<ObjectNode> accused(String number) {
        List<Element> charges = extraction.of("charge_accused", defendant);
        return charges.stream()
                .filter(Element::known)
                .map(charge -> person("pros_case_no", number)
                        .put("indictment_version", 1)
                        .put("name", text("name"))
                        .put("gender", text("sex"))
                        .put("birth_date", text("birth_date"))
                        .put("subject_kind", subject())
                        .put("charge_code", codes.of(charge.value().asText(), extraction))
                        .put("charge_name", charge.value().asText())
                        .value("amount", charges.size() == 1 ? value("amount_accused") : Optional.empty())
                        .value("illegal_gain", charges.size() == 1 ? gains.accused() : Optional.empty())
                        .put("act_start", charges.size() == 1 ? days.first() : Optional.empty())
                        .put("act_end", charges.size() == 1 ? days.last() : Optional.empty())
                        .put("source_text", sentences(charge, charges.size() == 1 ? OF_ACCUSED : List.of()))
                        .node())
                .toList();
    }

    List<ObjectNode> recommendation(String number) {
        Optional<Element> asked =
                extraction.first("sentencing_recommendation", defendant).filter(Element::known);
        if (asked.isEmpty()) {
            return List.of();
        }
        JsonNode range = asked.get().value();
        Row row = person("pros_case_no", number).put("rec_version", 1);
        boolean bounds = range.has("min_months") && range.has("max_months");
        if (bounds) {
            row.put("rec_kind", range.get("min_months").equals(range.get("max_months")) ? "确定刑" : "幅度刑");
        }
        String words = asked.get().span().map(extraction.text()::words).orElse("");
        boolean either = words.contains("有期徒刑") && words.contains("拘役");
        for (String kind : List.of("有期徒刑", "拘役", "管制")) {
            if (!either && words.contains(kind)) {
                row.put("main_type", kind);
            }
        }
        return List.of(row.value("min_months", Optional.ofNullable(range.get("min_months")))
                .value("max_months", Optional.ofNullable(range.get("max_months")))
                .put("probation", range.path("probation").asBoolean(false))
                .value("fine_min", Optional.ofNullable(range.get("fine_min")))
                .value("fine_max", Optional.ofNullable(range.get("fine_max")))
                .put("source_text", sentence(asked.get()))
                .node());
    }

    List<ObjectNode> charges(String number) {
        List<Element> charges = extraction.of("charge_found", defendant).stream()
                .filter(Element::known)
                .toList();
        return charges.stream()
                .map(charge -> charge(number, charge, charges.size() == 1))
                .toList();
    }

    private ObjectNode charge(String number, Element charge, boolean alone) {
        Optional<JsonNode> own = extraction.of("charge_penalty", defendant).stream()
                .map(Element::value)
                .filter(penalty -> penalty.path("charge").equals(charge.value()))
                .findFirst();
        Row row = person("judgment_no", number)
                .put("subject_kind", subject())
                .put("charge_code", codes.of(charge.value().asText(), extraction))
                .put("charge_name", charge.value().asText())
                .put("verdict", text("main_penalty").map(DefendantRows::verdict))
                .put("source_text", sentences(charge, alone ? OF_FOUND : List.of()));
        if (alone) {
            Optional<String> code = codes.of(charge.value().asText(), extraction);
            row.value("amount_found", value("amount_found"))
                    .value("illegal_gain", gains.found())
                    .value("victim_loss", code.flatMap(gains::lost))
                    .put("act_start", days.first())
                    .put("act_end", days.last());
        }
        if (own.isPresent()) {
            row.put("main_type", Optional.ofNullable(own.get().get("kind")).map(DefendantRows::kind))
                    .value("main_months", Optional.ofNullable(own.get().get("months")))
                    .value("fine", Optional.ofNullable(own.get().get("fine_yuan")));
        } else if (alone) {
            row.put("main_type", mainType())
                    .value("main_months", months())
                    .value("fine", value("fine_yuan"))
                    .value("depriv_months", deprivation());
            confiscation(row);
        }
        return row.node();
    }

    private static String verdict(String penalty) {
        return penalty.equals("exempt") ? "免予刑事处罚" : penalty.equals("acquitted") ? "无罪" : "有罪";
    }

    private static String kind(JsonNode written) {
        return written.asText().equals("无期徒刑") ? "无期" : written.asText();
    }

    List<ObjectNode> sentence(String number) {
        if (value("main_penalty").isEmpty()) {
            return List.of();
        }
        boolean whole = value("read_whole").map(JsonNode::asBoolean).orElse(false);
        Optional<JsonNode> probation = value("probation_months");
        Row row = person("judgment_no", number)
                .put("name", text("name"))
                .put("birth_date", text("birth_date"))
                .put("exec_type", mainType())
                .value("exec_months", months())
                .value("probation_months", probation)
                .value("fine_total", value("fine_yuan"))
                .value("depriv_months", deprivation())
                .value("recover_amount", sum("recovery"))
                .value("restitution_amount", sum("restitution"))
                .put("revoked_judgment_no", earlier())
                .put("read_whole", whole)
                .put("recovery_unspecified", value("recovery_unspecified").isPresent())
                .value("custody_days", value("custody_days"))
                .put("term_start", text("term_start"))
                .put("term_end", text("term_end"))
                .put("source_text", sentence("main_penalty", defendant));
        boolean recovered =
                JudgmentRows.value(extraction, "recovery_ordered", 0).isPresent();
        if (recovered || whole) {
            row.put("recovery_ordered", recovered);
        }
        if (probation.isPresent() || whole) {
            row.put("probation", probation.isPresent());
        }
        confiscation(row);
        return List.of(row.node());
    }

    private void confiscation(Row row) {
        boolean whole = value("read_whole").map(JsonNode::asBoolean).orElse(false);
        Optional<JsonNode> confiscated = value("confiscation");
        if (confiscated.isPresent()) {
            row.put("confiscation_kind", confiscated.get().isTextual() ? "全部" : "部分");
        } else if (whole) {
            row.put("confiscation_kind", "无");
        }
    }

    private Optional<JsonNode> deprivation() {
        return value("deprivation_months").map(months -> months.isTextual() ? new IntNode(-1) : months);
    }

    /** A length of months and days is no number of months. */
    private Optional<JsonNode> months() {
        return extraction
                .first("months", defendant)
                .filter(Element::known)
                .filter(length -> length.span()
                        .map(extraction.text()::words)
                        .filter(words -> words.contains("天") || words.contains("日"))
                        .isEmpty())
                .map(Element::value);
    }

    /** The earlier judgment that this one revokes or combines with: its number, or what is said of it. */
    private Optional<String> earlier() {
        return text("combined_with").map(words -> {
            Matcher number = CASE_NUMBER.matcher(words);
            return number.find() ? number.group().replace('（', '(').replace('）', ')') : words;
        });
    }

    private Optional<JsonNode> sum(String element) {
        return value(element).filter(JsonNode::isNumber);
    }

    private Optional<String> mainType() {
        boolean suspended = value("death_suspended").isPresent();
        return suspended ? Optional.of("死缓") : text("main_penalty").map(MAIN::get);
    }

    private String subject() {
        return value("subject_kind").map(JsonNode::asText).orElse("person").equals("unit") ? "单位" : "自然人";
    }

    private Row person(String key, String number) {
        return new Row().put(key, number).put("defendant_no", String.valueOf(defendant));
    }

    private Optional<JsonNode> value(String element) {
        return JudgmentRows.value(extraction, element, defendant);
    }

    private Optional<String> text(String element) {
        return value(element).map(JsonNode::asText);
    }

    private Optional<String> sentence(String element, int whose) {
        return extraction.first(element, whose).flatMap(this::sentence);
    }

    private Optional<String> sentence(Element element) {
        return JudgmentRows.sentence(extraction, element);
    }

    /** The sentences of a charge and of what its row takes from elsewhere, each once, by place. */
    private String sentences(Element charge, List<String> others) {
        return Stream.concat(
                        Stream.of(charge),
                        others.stream()
                                .flatMap(element -> extraction.of(element, defendant).stream())
                                .filter(Element::known))
                .sorted(Comparator.comparingInt(
                        element -> element.span().map(Span::start).orElse(0)))
                .flatMap(element -> sentence(element).stream())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
