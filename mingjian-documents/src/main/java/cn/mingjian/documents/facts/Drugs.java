package cn.mingjian.documents.facts;

import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.Search;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.Numerals;
import cn.mingjian.documents.wording.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds drugs by their names and street names, and weights. */
final class Drugs {

    private static final Map<String, BigDecimal> GRAMS = Map.of(
            "千克", new BigDecimal(1000),
            "公斤", new BigDecimal(1000),
            "kg", new BigDecimal(1000),
            "毫克", new BigDecimal("0.001"),
            "两", new BigDecimal(50),
            "克", BigDecimal.ONE,
            "g", BigDecimal.ONE);

    private final Template template;
    private final Lexicon<String> names = new Lexicon<>();

    Drugs(Template template) {
        this.template = template;
        ElementRule rule = Objects.requireNonNull(template.elements().get("drug"), "drug");
        for (Search search : rule.searches()) {
            names.add(search.pattern(), search.code().orElseThrow());
        }
    }

    /** The drugs of a text; of names that overlap the first counts, of those the longest. */
    List<Drug> find(String text) {
        List<Drug> drugs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Lexicon.Entry<String>> name = names.at(text, at);
            int end = at + name.map(entry -> entry.word().length()).orElse(1);
            if (name.isPresent()) {
                drugs.add(new Drug(new Span(at, end), name.get().meaning()));
            }
            at = end;
        }
        return drugs;
    }

    /** The weights of a text. */
    List<Weight> weights(String text) {
        List<Weight> weights = new ArrayList<>();
        Finding finding = template.pattern("weight").in(text);
        while (finding.find()) {
            String words = finding.group(1);
            weights.add(new Weight(
                    new Span(finding.start(1), finding.end(1)),
                    GRAMS.keySet().stream()
                            .filter(words::endsWith)
                            .max(Comparator.comparingInt(String::length))
                            .flatMap(unit -> Numerals.parse(words.substring(0, words.length() - unit.length()))
                                    .map(number -> number.multiply(GRAMS.get(unit))))));
        }
        return weights;
    }
}
