package cn.mingjian.server.opening;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an opening shows beyond what everybody who sees the thing sees already: the difference between its masked and its
 * clear form.
 *
 * @param fields names of what differs, as {@code facts.name} or, of a row of a register, {@code register.column}
 * @param values the texts that were masked; never stored but as keyed digests
 */
public record Unmasked(Set<String> fields, Set<String> values) {

    /** Nothing yet. */
    public static Unmasked nothing() {
        return new Unmasked(new TreeSet<>(), new TreeSet<>());
    }

    /** Adds what differs between two forms of one thing. */
    public void add(JsonNode masked, JsonNode clear) {
        compare("", masked, clear);
    }

    /** Adds what was opened of one field. */
    public void add(String field, Collection<String> texts) {
        if (!texts.isEmpty()) {
            fields.add(field);
            values.addAll(texts);
        }
    }

    private void compare(String path, JsonNode masked, JsonNode clear) {
        if (clear.isObject()) {
            String below = clear.path("input").isTextual() ? clear.path("input").asText() : path;
            clear.properties()
                    .forEach(field -> compare(
                            isPlain(field.getKey()) ? below : (below.isEmpty() ? "" : below + ".") + field.getKey(),
                            masked.path(field.getKey()),
                            field.getValue()));
        } else if (clear.isArray()) {
            for (int i = 0; i < clear.size(); i++) {
                compare(path, masked.path(i), clear.get(i));
            }
        } else if (!clear.isNull() && !clear.equals(masked)) {
            fields.add(path);
            if (clear.isTextual()) {
                values.add(clear.asText());
            }
        }
    }

    /** Levels that say nothing of which column it is. */
    private static boolean isPlain(String level) {
        return level.equals("row") || level.equals("raw") || level.equals("zh") || level.equals("en");
    }
}
