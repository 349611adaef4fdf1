package cn.mingjian.documents.correction;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Element.Corrected;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Corrections by document: they win over what was extracted, also when extraction is run again with other rules. Of
 * several corrections of one element the last counts.
 */
public final class Corrections {

    /** No corrections. */
    public static final Corrections NONE = new Corrections(List.of());

    private record Key(String element, int defendant) {}

    private final Map<String, Map<Key, Correction>> byDocument = new LinkedHashMap<>();

    public Corrections(List<Correction> corrections) {
        for (Correction one : corrections) {
            byDocument
                    .computeIfAbsent(one.id(), id -> new LinkedHashMap<>())
                    .put(new Key(one.element(), one.defendant()), one);
        }
    }

    /** The extraction with what a person set right in it. */
    public Extraction applied(Extraction extraction, Template template) {
        Map<Key, Correction> corrections = byDocument.getOrDefault(extraction.id(), Map.of());
        if (corrections.isEmpty()) {
            return extraction;
        }
        List<Element> elements = new ArrayList<>(extraction.elements());
        for (Map.Entry<Key, Correction> entry : corrections.entrySet()) {
            Key key = entry.getKey();
            ElementRule rule = template.elements().get(key.element());
            List<Element> before = extraction.of(key.element(), key.defendant());
            elements.removeAll(before);
            if (rule != null && key.defendant() <= extraction.defendants()) {
                elements.addAll(elements(rule, entry.getValue(), before));
            }
        }
        return extraction.with(elements);
    }

    /** A value that was extracted too keeps its place; another stands nowhere in the text. */
    private static List<Element> elements(ElementRule rule, Correction correction, List<Element> before) {
        List<JsonNode> values = new ArrayList<>();
        if (!rule.times().several()) {
            values.add(correction.value());
        } else {
            correction.value().forEach(values::add);
        }
        Corrected who = new Corrected(correction.by(), correction.at(), correction.reason());
        return values.stream()
                .map(value -> new Element(
                        rule.id(),
                        correction.defendant(),
                        value,
                        before.stream()
                                .filter(element -> Objects.equals(element.value(), value))
                                .findFirst()
                                .flatMap(Element::span),
                        1,
                        value.isNull() ? State.NOT_STATED : State.FOUND,
                        Optional.empty(),
                        Optional.of(who)))
                .toList();
    }
}
