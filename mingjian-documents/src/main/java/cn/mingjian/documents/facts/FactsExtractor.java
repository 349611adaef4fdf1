package cn.mingjian.documents.facts;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.value.DayText;
import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads the facts of an offence by the template {@code criminal-facts}: persons with their roles, money and goods, times,
 * places, tools and offices, drugs and dealings, and the amount of the whole. The patterns and words are the template's;
 * here is what patterns cannot say: whose name it is everywhere, which time is the offence's, which sums belong together.
 */
public final class FactsExtractor implements Extractor {

    /** The kind of document, and the id of its template. */
    public static final String TYPE = "criminal-facts";

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final double SUMMED = 0.9;
    /** How far back a day is looked for that 同日 or 次日 may mean. */
    private static final int DAYS_BEFORE = 400;

    private final Template template;
    private final UnaryOperator<LegalText> withoutSealed;
    private final Titles titles;
    private final Names names;
    private final Roles roles;
    private final Moments moments;
    private final Sums sums;
    private final Things things;
    private final Scenes scenes;
    private final Means means;
    private final Drugs drugs;
    private final Dealings dealings;
    private final OffenceTotal total;

    /**
     * A reader of facts.
     *
     * @param withoutSealed takes sealed records out of a text; what it leaves is all that is read and given out
     */
    public FactsExtractor(Template template, UnaryOperator<LegalText> withoutSealed) {
        this.template = template;
        this.withoutSealed = withoutSealed;
        titles = new Titles(template);
        names = new Names(template);
        roles = new Roles(template);
        moments = new Moments(template);
        sums = new Sums(template);
        things = new Things(template);
        scenes = new Scenes(template);
        means = new Means(template);
        drugs = new Drugs(template);
        dealings = new Dealings(template);
        total = new OffenceTotal(template);
    }

    @Override
    public Template template() {
        return template;
    }

    /** It tells anything at all. */
    @Override
    public boolean looksLike(Extraction extraction) {
        return !extraction.elements().isEmpty();
    }

    @Override
    public Extraction extract(String id, LegalText delivered) {
        LegalText document = withoutSealed.apply(delivered);
        String text = document.text();
        Titles.Places places = titles.in(text);
        List<Name> found = names.find(text, places);
        List<Person> persons = roles.of(text, found, places);
        List<Moment> times = moments.find(text);
        List<Sum> amounts = sums.find(text);
        List<Drug> substances = drugs.find(text);
        Elements elements = new Elements(text);
        persons.forEach(
                person -> elements.add(rule(person.role()), person.name().span()));
        amounts.forEach(elements::addSum);
        things.find(text, found, amounts).forEach(span -> elements.add("goods", span));
        means.tools(text).forEach(span -> elements.add("tool", span));
        times.forEach(elements::addTime);
        scenes.find(text, found, times).forEach(span -> elements.add("place", span));
        means.organisations(text).forEach(span -> elements.add("organisation", span));
        substances.forEach(drug -> elements.add("drug", drug.span(), new TextNode(drug.code())));
        if (!substances.isEmpty()) {
            drugs.weights(text).forEach(elements::addWeight);
        }
        dealings.find(text, persons, substances).forEach(elements::addDealing);
        total.of(text, amounts).ifPresent(elements::addTotal);
        return new Extraction(id, document, 0, List.copyOf(elements.all), List.of());
    }

    private static BigDecimal plain(BigDecimal yuan) {
        BigDecimal stripped = yuan.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static int last(List<Integer> places) {
        return places.get(places.size() - 1);
    }

    private static String rule(Person.Role role) {
        return switch (role) {
            case SUSPECT -> "suspect";
            case VICTIM -> "victim";
            case OTHER -> "person";
        };
    }

    /** The elements of one text. */
    private final class Elements {
        private final String text;
        private final List<Element> all = new ArrayList<>();
        /** Of each rule the places of its elements among all. */
        private final Map<String, List<Integer>> places = new HashMap<>();

        private final Set<String> cut = new HashSet<>();

        Elements(String text) {
            this.text = text;
        }

        void add(String rule, Span span) {
            add(rule, span, new TextNode(text.substring(span.start(), span.end())));
        }

        void add(String rule, Span span, JsonNode value) {
            add(Element.found(rule, 0, value, span, confidence(rule)));
        }

        private void add(Element element) {
            List<Integer> own = places.computeIfAbsent(element.rule(), rule -> new ArrayList<>());
            if (own.size() < Element.MOST_OF_A_RULE) {
                own.add(all.size());
                all.add(element);
            } else if (cut.add(element.rule())) {
                all.set(last(own), all.get(last(own)).lastGiven());
            }
        }

        private double confidence(String rule) {
            ElementRule element = template.elements().get(rule);
            if (element == null) {
                throw new IllegalArgumentException("The template " + template.id() + " has no element " + rule);
            }
            return element.confidence();
        }

        void addSum(Sum sum) {
            switch (sum.kind()) {
                case MONEY -> addNumber("money_stolen", sum.span(), sum.yuan());
                case GOODS_VALUE -> addNumber("goods_value", sum.span(), sum.yuan());
                case PROCEEDS -> addNumber("proceeds", sum.span(), sum.yuan());
                case OTHER -> {}
            }
        }

        void addWeight(Weight weight) {
            addNumber("weight", weight.span(), weight.grams());
        }

        private void addNumber(String rule, Span span, Optional<BigDecimal> number) {
            Element element = Element.found(
                    rule,
                    0,
                    number.<JsonNode>map(DecimalNode::new).orElse(NullNode.getInstance()),
                    span,
                    confidence(rule));
            add(number.isPresent() ? element : element.unsure(Words.ofMessage("documents.not-read")));
        }

        void addTime(Moment moment) {
            Span span = moment.span();
            int from = Math.max(0, span.start() - DAYS_BEFORE);
            String words = text.substring(span.start(), span.end());
            String value = DayText.at(text, from, span).map(Object::toString).orElse(words);
            add(moment.ofOffence() ? "time" : "procedure_time", span, new TextNode(value));
        }

        void addDealing(Dealing dealing) {
            ObjectNode value = NODES.objectNode();
            value.put(dealing.kind().first(), dealing.who());
            value.put(dealing.kind().second(), dealing.whom());
            add(dealing.kind().element(), dealing.span(), value);
        }

        void addTotal(Total amount) {
            ObjectNode value = NODES.objectNode();
            value.put("yuan", plain(amount.yuan()));
            value.put("basis", amount.stated() ? "stated" : "sum");
            value.put("formula", amount.formula());
            double confidence = amount.stated() ? confidence("total") : Math.min(SUMMED, confidence("total"));
            Element element = Element.found("total", 0, value, amount.span(), confidence);
            add(amount.contradicted() ? element.unsure(Words.ofMessage("facts.contradicted")) : element);
        }
    }
}
