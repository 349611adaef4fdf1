package cn.mingjian.documents.correction;

import cn.mingjian.documents.template.ElementRule;
import cn.mingjian.documents.template.ElementRule.Scope;
import cn.mingjian.documents.template.Template;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a correction file: lines of JSON {@code {"id", "element", "defendant"?, "value", "by", "at", "reason"?}}. Every
 * mistake is noted with its line.
 */
public final class CorrectionReader {

    private static final List<String> KEYS = List.of("id", "element", "defendant", "value", "by", "at", "reason");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Path file;
    private final Template template;
    private final Problems problems;

    private CorrectionReader(Path file, Template template, Problems problems) {
        this.file = file;
        this.template = template;
        this.problems = problems;
    }

    /** @throws cn.mingjian.model.problem.ProblemException when there is no such file, or a line is wrong */
    public static Corrections read(Path file, Template template) throws IOException {
        Problems problems = new Problems();
        List<Correction> corrections = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            corrections.addAll(new CorrectionReader(file, template, problems).lines());
        } else {
            problems.error(Place.of(file.toString()), "source.no-file");
        }
        problems.throwIfErrors();
        return new Corrections(corrections);
    }

    private List<Correction> lines() throws IOException {
        List<Correction> corrections = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    correction(line, new Place(file.toString(), number, 1)).ifPresent(corrections::add);
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            problems.error(Place.of(file.toString()), "yaml.not-utf8");
        }
        return corrections;
    }

    private Optional<Correction> correction(String line, Place place) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            problems.error(place, "documents.correction-not-json");
            return Optional.empty();
        }
        if (!node.isObject()) {
            problems.error(place, "documents.correction-not-json");
            return Optional.empty();
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problems.error(place, "yaml.unknown-key", key, Nearest.advice(key, KEYS));
            }
        });
        Optional<String> id = text(node, "id", place);
        Optional<String> name = text(node, "element", place);
        Optional<String> by = text(node, "by", place);
        Optional<String> at = text(node, "at", place);
        if (!node.has("value")) {
            problems.error(place, "yaml.missing-key", "value");
        }
        Optional<ElementRule> rule = name.flatMap(element -> rule(element, place));
        if (id.isEmpty() || by.isEmpty() || at.isEmpty() || rule.isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = node.has("value") ? node.get("value") : NullNode.getInstance();
        if (rule.get().times().several() && !value.isArray()) {
            problems.error(place, "documents.correction-not-a-list", rule.get().id());
        }
        return Optional.of(new Correction(
                id.get(),
                rule.get().id(),
                defendant(node, rule.get(), place),
                value,
                by.get(),
                at.get(),
                Optional.ofNullable(node.get("reason")).map(JsonNode::asText)));
    }

    private int defendant(JsonNode node, ElementRule rule, Place place) {
        boolean whose = rule.scope() == Scope.DEFENDANT;
        int number = node.path("defendant").asInt(whose ? 1 : 0);
        if (whose != number > 0) {
            problems.error(
                    place, whose ? "documents.correction-no-defendant" : "documents.correction-defendant", rule.id());
        }
        return number;
    }

    private Optional<ElementRule> rule(String element, Place place) {
        ElementRule rule = template.elements().get(element);
        if (rule == null) {
            problems.error(
                    place,
                    "documents.correction-element",
                    element,
                    Nearest.advice(element, template.elements().keySet()));
        }
        return Optional.ofNullable(rule);
    }

    private Optional<String> text(JsonNode node, String key, Place place) {
        JsonNode value = node.get(key);
        if (value == null || !value.isValueNode() || value.asText().isBlank()) {
            problems.error(place, "yaml.missing-key", key);
            return Optional.empty();
        }
        return Optional.of(value.asText());
    }
}
