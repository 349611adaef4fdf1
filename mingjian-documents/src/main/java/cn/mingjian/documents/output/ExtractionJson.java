package cn.mingjian.documents.output;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.ElementRule.Scope;
import cn.mingjian.documents.template.Template;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/**
 * An extraction as one line of JSON; the shape is held by {@code library/schemas/extraction.schema.json}. Positions are
 * code points in the field {@code text}, the normalised text. An element that stands once is an object, also where the
 * text does not say it; one that may stand several times is an array.
 */
public final class ExtractionJson {

    /** Changes when a reader of the old output could not read the new. */
    public static final int FORMAT = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectWriter WRITER = new ObjectMapper()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .writer();

    private final Template template;

    public ExtractionJson(Template template) {
        this.template = template;
    }

    /** The line, without its end. */
    public String line(Extraction extraction) {
        try {
            return WRITER.writeValueAsString(node(extraction));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode node(Extraction extraction) {
        ObjectNode document = NODES.objectNode();
        document.put("format", FORMAT);
        document.put("type", template.id());
        document.put("template", template.version());
        document.put("id", extraction.id());
        for (ElementRule rule : template.elements().values()) {
            if (rule.scope() == Scope.DOCUMENT) {
                document.set(rule.field(), values(rule, extraction, 0));
            }
        }
        boolean persons = template.elements().values().stream().anyMatch(rule -> rule.scope() == Scope.DEFENDANT);
        if (persons) {
            ArrayNode defendants = document.putArray("defendants");
            for (int number = 1; number <= extraction.defendants(); number++) {
                ObjectNode defendant = defendants.addObject().put("number", number);
                for (ElementRule rule : template.elements().values()) {
                    if (rule.scope() == Scope.DEFENDANT) {
                        defendant.set(rule.field(), values(rule, extraction, number));
                    }
                }
            }
        }
        ArrayNode parts = document.putArray("parts");
        extraction.parts().forEach(part -> parts.addObject()
                .put("part", part.name())
                .put("start", extraction.text().codePoints(part.span().start()))
                .put("end", extraction.text().codePoints(part.span().end())));
        document.put("text", extraction.text().text());
        return document;
    }

    private static JsonNode values(ElementRule rule, Extraction extraction, int defendant) {
        List<Element> elements = extraction.of(rule.id(), defendant).stream()
                .sorted(Comparator.comparingInt(
                        element -> element.span().map(Span::start).orElse(0)))
                .toList();
        if (!rule.times().several()) {
            return node(
                    elements.isEmpty() ? Element.notStated(rule.id(), defendant) : elements.get(0), extraction.text());
        }
        ArrayNode list = NODES.arrayNode();
        elements.forEach(element -> list.add(node(element, extraction.text())));
        return list;
    }

    private static ObjectNode node(Element element, LegalText text) {
        ObjectNode node = NODES.objectNode();
        node.set("value", element.value());
        element.span()
                .ifPresentOrElse(
                        span -> node.put("text", text.words(span))
                                .put("start", text.codePoints(span.start()))
                                .put("end", text.codePoints(span.end())),
                        () -> node.putNull("text").putNull("start").putNull("end"));
        if (element.stated()) {
            node.put("confidence", element.confidence());
        } else {
            node.putNull("confidence");
        }
        node.put("state", element.state().word());
        element.span().ifPresent(span -> node.put("sentence", text.words(Sentences.at(text.text(), span.start()))));
        element.why().ifPresent(why -> node.putObject("why").put("zh", why.zh()).put("en", why.en()));
        element.correction().ifPresent(correction -> {
            ObjectNode corrected =
                    node.putObject("corrected").put("by", correction.by()).put("at", correction.at());
            correction.reason().ifPresent(reason -> corrected.put("reason", reason));
        });
        return node;
    }
}
