package cn.mingjian.server.document;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Element.Corrected;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.ElementRule.Scope;
import cn.mingjian.documents.template.Kind;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import cn.mingjian.engine.run.Masking;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.server.document.DocumentPage.Choice;
import cn.mingjian.server.document.DocumentPage.ElementShown;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The elements of one document as they are shown, in the order of the template; persons are masked. */
final class ElementsView {

    private static final Set<String> PERSONS = Set.of("name", "judge", "clerk");
    private static final Set<String> BIRTHDAYS = Set.of("birth_date");
    private static final int MOST_WORDS = 200;

    private final Extraction extraction;
    private final Template template;
    private final Function<String, Words> kinds;
    private final Optional<MaskedText> masked;
    private final List<ElementShown> shown = new ArrayList<>();

    private ElementsView(
            Extraction extraction, Template template, Function<String, Words> kinds, Optional<MaskedText> masked) {
        this.extraction = extraction;
        this.template = template;
        this.kinds = kinds;
        this.masked = masked;
    }

    /**
     * @param kinds what kinds of clauses are called
     * @param masked what hides the persons; empty when the document was opened
     */
    static List<ElementShown> of(
            Extraction extraction, Template template, Function<String, Words> kinds, Optional<MaskedText> masked) {
        ElementsView view = new ElementsView(extraction, template, kinds, masked);
        view.add(Scope.DOCUMENT, 0, Words.ofMessage("server.document"));
        for (int number = 1; number <= extraction.defendants(); number++) {
            view.add(Scope.DEFENDANT, number, view.defendant(number));
        }
        return List.copyOf(view.shown);
    }

    /** How many elements are not sure. */
    static int unsure(Extraction extraction) {
        return (int) extraction.elements().stream()
                .filter(element -> element.state() == State.UNSURE)
                .count();
    }

    private Words defendant(int number) {
        return extraction
                .first("name", number)
                .filter(Element::stated)
                .map(element -> Words.ofMessage(
                        "server.defendant-named", number, name(element.value().asText())))
                .orElseGet(() -> Words.ofMessage("server.defendant", number));
    }

    private void add(Scope scope, int defendant, Words group) {
        for (ElementRule rule : template.elements().values()) {
            if (rule.scope() != scope) {
                continue;
            }
            List<Element> elements = inOrder(extraction, rule, defendant);
            if (!rule.times().several()) {
                Element element = elements.isEmpty() ? Element.notStated(rule.id(), defendant) : elements.get(0);
                shown.add(element(ElementPath.of(rule, defendant), group, element));
                continue;
            }
            for (int i = 0; i < elements.size(); i++) {
                shown.add(element(ElementPath.of(rule, defendant, i), group, elements.get(i)));
            }
            if (elements.isEmpty()) {
                shown.add(element(ElementPath.of(rule, defendant), group, Element.notStated(rule.id(), defendant)));
            }
        }
    }

    /** The elements of a rule in the order of the text. */
    static List<Element> inOrder(Extraction extraction, ElementRule rule, int defendant) {
        return extraction.of(rule.id(), defendant).stream()
                .filter(element -> rule.times().several() ? element.stated() : true)
                .sorted(Comparator.comparingInt(
                        element -> element.span().map(Span::start).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private ElementShown element(ElementPath path, Words group, Element element) {
        ElementRule rule = path.rule();
        LegalText text = extraction.text();
        Optional<Span> span = element.span();
        Optional<Corrected> corrected = element.correction();
        return new ElementShown(
                path.text(),
                rule.id(),
                rule.title(),
                group,
                rule.kind().word(),
                value(rule, element),
                rule.codes().get(element.value().asText()),
                kinds(element.value()),
                span.map(words -> text.codePoints(words.start())).orElse(null),
                span.map(words -> text.codePoints(words.end())).orElse(null),
                span.map(words -> words(Sentences.at(text.text(), words.start())))
                        .orElse(null),
                element.stated() ? element.confidence() : null,
                state(element),
                rule.codes().isEmpty() ? null : choices(rule),
                CorrectedValue.possible(rule),
                corrected.map(Corrected::by).orElse(null),
                corrected.map(one -> Instant.parse(one.at())).orElse(null));
    }

    private List<Words> kinds(JsonNode value) {
        List<Words> found = new ArrayList<>();
        value.path("kinds").forEach(kind -> found.add(kinds.apply(kind.asText())));
        return found;
    }

    private static ElementState state(Element element) {
        if (element.correction().isPresent()) {
            return ElementState.CORRECTED;
        }
        return switch (element.state()) {
            case FOUND -> ElementState.FOUND;
            case NOT_STATED -> ElementState.NOT_STATED;
            case UNSURE -> ElementState.UNSURE;
        };
    }

    private static List<Choice> choices(ElementRule rule) {
        return rule.codes().entrySet().stream()
                .map(code -> new Choice(code.getKey(), code.getValue()))
                .toList();
    }

    /** What has parts is shown by its words. */
    private @Nullable String value(ElementRule rule, Element element) {
        JsonNode value = element.value();
        if (value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            return element.span().map(this::words).map(ElementsView::shortened).orElse(null);
        }
        String text = value.asText();
        if (PERSONS.contains(rule.id()) || rule.kind() == Kind.NAMES) {
            return name(text);
        }
        boolean birthday = masked.isPresent() && BIRTHDAYS.contains(rule.id());
        return birthday
                ? text.replaceFirst("-\\d\\d-\\d\\d$", "-**-**")
                : masked.map(hiding -> hiding.in(text)).orElse(text);
    }

    private String words(Span span) {
        return masked.map(hiding -> hiding.words(span))
                .orElseGet(() -> extraction.text().words(span));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= MOST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_WORDS)) + "…";
    }

    private String name(String name) {
        return masked.isEmpty() ? name : String.valueOf(Masking.ON.shown(name, Type.TEXT, Sensitivity.PERSONAL));
    }
}
