package cn.mingjian.cli.schema;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One schema of the library, and which of its forms were held against a reader. */
final class Schema {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;
    private final JsonSchema validator;
    private final Set<String> compared = new TreeSet<>();
    private final Map<String, String> different = new TreeMap<>();

    private Schema(JsonNode root) {
        this.root = root;
        this.validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root);
    }

    static Schema of(String name) throws IOException {
        Path file = Path.of("../library/schemas", name + ".schema.json");
        return new Schema(new ObjectMapper().readTree(file.toFile()));
    }

    /** What an editor would mark in a file. */
    List<String> mistakes(Path file) throws IOException {
        return validator.validate(YAML.readTree(Files.readString(file))).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Holds the forms of a file against the keys that its reader knows, by the place of each mapping. */
    void compare(Path file, Map<Place, Collection<String>> known) {
        YamlFile.read(file, file.toString(), new Problems()).ifPresent(map -> compare("", root, map, known));
    }

    private void compare(String name, JsonNode written, YamlNode node, Map<Place, Collection<String>> known) {
        if (written.has("$ref")) {
            String form = written.get("$ref").asText().replace("#/$defs/", "");
            compare(form, root.get("$defs").get(form), node, known);
        } else if (written.has("oneOf") || written.has("anyOf")) {
            for (JsonNode choice : written.has("oneOf") ? written.get("oneOf") : written.get("anyOf")) {
                if (fits(choice, node)) {
                    compare(name, choice, node, known);
                    return;
                }
            }
        } else if (node instanceof YamlList list && written.has("items")) {
            list.items().forEach(item -> compare(name, written.get("items"), item, known));
        } else if (node instanceof YamlMap map) {
            compareMap(name, written, map, known);
        }
    }

    private void compareMap(String name, JsonNode written, YamlMap map, Map<Place, Collection<String>> known) {
        if (written.has("properties")) {
            Collection<String> keys = known.get(map.place());
            if (keys != null) {
                compared.add(name);
                if (!properties(written).equals(new TreeSet<>(keys))) {
                    different.put(name, properties(written) + " but the reader knows " + new TreeSet<>(keys));
                }
            }
            map.entries().stream()
                    .filter(entry -> written.get("properties").has(entry.key()))
                    .forEach(entry -> compare(
                            name + "." + entry.key(),
                            written.get("properties").get(entry.key()),
                            entry.value(),
                            known));
        } else if (written.path("additionalProperties").isObject()) {
            map.entries().forEach(entry -> compare(name, written.get("additionalProperties"), entry.value(), known));
        }
    }

    /** Whether a form is meant: a mapping with all that the form needs, and nothing beside it. */
    private boolean fits(JsonNode choice, YamlNode node) {
        JsonNode form = choice.has("$ref")
                ? root.get("$defs").get(choice.get("$ref").asText().replace("#/$defs/", ""))
                : choice;
        String type = form.path("type").asText();
        if (!(node instanceof YamlMap map)) {
            return !type.equals("object") && (node instanceof YamlList) == type.equals("array");
        }
        List<String> needed = new ArrayList<>();
        form.path("required").forEach(key -> needed.add(key.asText()));
        boolean first = !form.has("properties")
                || map.keys().isEmpty()
                || properties(form).contains(map.keys().iterator().next());
        return type.equals("object") && map.keys().containsAll(needed) && first;
    }

    private static Set<String> properties(JsonNode form) {
        Set<String> names = new TreeSet<>();
        form.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Forms whose keys are not those of the reader. */
    Map<String, String> different() {
        return different;
    }

    /** Named forms but words that are written in another schema as they are here. */
    Set<String> sharedWith(Schema other) {
        Set<String> forms = new TreeSet<>();
        root.get("$defs").fields().forEachRemaining(form -> {
            if (!form.getKey().equals("words")
                    && form.getValue().equals(other.root.get("$defs").get(form.getKey()))) {
                forms.add(form.getKey());
            }
        });
        return forms;
    }

    /** Named forms with keys of their own that no file had. */
    Set<String> notCompared() {
        Set<String> forms = new TreeSet<>();
        root.get("$defs").fields().forEachRemaining(form -> {
            if (form.getValue().has("properties")) {
                forms.add(form.getKey());
            }
        });
        forms.removeAll(compared);
        return forms;
    }
}
