package cn.mingjian.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface as its checked-in description says it, so that what is tried on every endpoint is tried on a new one too. */
public final class Described {

    private static final JsonNode WHOLE = read();

    private Described() {}

    /**
     * An endpoint.
     *
     * @param query names of what it takes in the address
     * @param body the schema of its JSON body; missing where it takes none
     */
    public record Endpoint(String method, String path, List<String> query, JsonNode body) {

        /** Whether it may change something. */
        public boolean writes() {
            return !method.equals("GET");
        }

        /** Its path with a value for each variable; others get the last one. */
        public String at(Map<String, String> values, String otherwise) {
            String at = path;
            for (Map.Entry<String, String> value : values.entrySet()) {
                at = at.replace("{" + value.getKey() + "}", value.getValue());
            }
            return at.replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(otherwise));
        }

        /** A body with every property: a text, or what the schema demands; ids are those given. */
        public Map<String, Object> body(String text, String id) {
            return filled(body, text, id, 0);
        }
    }

    /** All endpoints, in the order of the description. */
    public static List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        WHOLE.at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    List<String> query = new ArrayList<>();
                    method.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asString().equals("query")) {
                            query.add(parameter.path("name").asString());
                        }
                    });
                    all.add(new Endpoint(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            query,
                            resolved(method.getValue().at("/requestBody/content/application~1json/schema"))));
                }));
        return all;
    }

    private static Map<String, Object> filled(JsonNode schema, String text, String id, int depth) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (depth < 3) {
            schema.path("properties")
                    .properties()
                    .forEach(property ->
                            body.put(property.getKey(), value(resolved(property.getValue()), text, id, depth + 1)));
        }
        return body;
    }

    private static Object value(JsonNode schema, String text, String id, int depth) {
        if (schema.has("enum")) {
            return schema.at("/enum/0").asString();
        }
        return switch (schema.path("format").asString()) {
            case "uuid" -> id;
            case "date" -> "2024-01-31";
            default ->
                switch (type(schema)) {
                    case "boolean" -> true;
                    case "integer", "number" -> 1;
                    case "array" -> List.of(value(resolved(schema.path("items")), text, id, depth));
                    case "object" -> filled(schema, text, id, depth);
                    default -> text;
                };
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString();
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString();
        return reference.isEmpty() ? schema : WHOLE.at(reference.substring(1));
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
