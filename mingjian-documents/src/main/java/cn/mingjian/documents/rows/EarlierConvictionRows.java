package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.value.ConvictionText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The earlier convictions that a judgment tells of one defendant, as rows of {@code earlier_conviction}; sealed records
 * have been taken out of the text before. Each row also says whether the court's reasoning or operative part speaks of
 * recidivism at all: where it does not, it was not found.
 */
final class EarlierConvictionRows {

    private static final Map<String, String> MAIN =
            Map.of("有期徒刑", "有期徒刑", "拘役", "拘役", "管制", "管制", "无期徒刑", "无期", "死刑", "死缓");
    private static final Pattern RECIDIVISM = Pattern.compile("累犯|第六十五条");
    private static final Pattern DRUG_REPEAT = Pattern.compile("毒品再犯|第三百五十六条|(?:又|再)犯[^，。；]{0,12}毒");

    private final Extraction extraction;
    private final int defendant;
    private final ChargeCodes codes;

    EarlierConvictionRows(Extraction extraction, int defendant, ChargeCodes codes) {
        this.extraction = extraction;
        this.defendant = defendant;
        this.codes = codes;
    }

    List<ObjectNode> rows(String number) {
        Optional<String> decided = decided();
        List<ObjectNode> rows = new ArrayList<>();
        for (Element told : extraction.of("earlier_conviction", defendant)) {
            if (told.known()) {
                ConvictionText conviction = ConvictionText.of(told.value().asText());
                for (String charge : conviction.charges()) {
                    rows.add(row(number, rows.size() + 1, charge, conviction, decided)
                            .put("source_text", JudgmentRows.sentence(extraction, told))
                            .node());
                }
            }
        }
        return rows;
    }

    private Row row(String number, int told, String charge, ConvictionText conviction, Optional<String> decided) {
        Row row = new Row()
                .put("judgment_no", number)
                .put("defendant_no", String.valueOf(defendant))
                .put("told_no", told)
                .put("charge_code", codes.of(charge))
                .put("charge_name", charge)
                .put("main_type", conviction.kind().map(MAIN::get))
                .put("probation", conviction.probation());
        conviction.months().ifPresent(months -> row.put("main_months", months));
        conviction.sentenced().ifPresent(day -> {
            row.put("sentenced_from", day.from().toString());
            row.put("sentenced_to", day.to().map(Object::toString));
        });
        conviction.released().ifPresent(day -> {
            row.put("released_from", day.from().toString());
            row.put("released_to", day.to().map(Object::toString));
        });
        decided.ifPresent(words -> {
            row.put("recidivism_named", RECIDIVISM.matcher(words).find());
            row.put("drug_repeat_named", DRUG_REPEAT.matcher(words).find());
        });
        return row;
    }

    /** The court's reasoning with the operative part; empty where the reasoning was not found. */
    private Optional<String> decided() {
        List<Stretch> court = extraction.parts().stream()
                .filter(part -> part.name().equals("reasoning") || part.name().equals("judgment"))
                .toList();
        return court.stream().anyMatch(part -> part.name().equals("reasoning"))
                ? Optional.of(court.stream()
                        .map(part -> extraction.text().words(part.span()))
                        .collect(Collectors.joining()))
                : Optional.empty();
    }
}
