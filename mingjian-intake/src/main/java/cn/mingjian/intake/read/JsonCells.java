package cn.mingjian.intake.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of a JSON object by the names of its fields. Fields of objects inside are named {@code outer.inner}; a list of
 * plain values becomes one text with {@code ;} between them; a list of objects is no cell and is left out.
 */
final class JsonCells {

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names;
    private String[] texts;

    JsonCells(Set<String> names) {
        this.names = List.copyOf(names);
        this.texts = new String[this.names.size()];
        for (String name : this.names) {
            places.put(name, places.size());
        }
    }

    List<String> names() {
        return names;
    }

    /** Reads the object on whose start the parser stands; afterwards it stands on its end. */
    List<String> read(JsonParser parser) throws IOException {
        texts = new String[names.size()];
        object(parser, "");
        List<String> cells = new ArrayList<>(texts.length);
        for (String text : texts) {
            cells.add(text == null ? "" : text);
        }
        return cells;
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(parser, name + ".");
                continue;
            }
            String text = value(parser, value);
            Integer place = places.get(name);
            if (place != null) {
                texts[place] = text;
            }
        }
    }

    private static String value(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.START_ARRAY) {
            return list(parser);
        }
        return value == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    private static String list(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isStructStart()) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                texts.add(parser.getText());
            }
        }
        return String.join(";", texts);
    }

    /** Adds the names of the fields of the object on whose start the parser stands. */
    static void collect(JsonParser parser, String prefix, Set<String> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                collect(parser, name + ".", into);
                continue;
            }
            if (value == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
            into.add(name);
            if (into.size() > Limits.COLUMNS) {
                throw new UnreadableException("intake.too-many-columns", Limits.COLUMNS);
            }
        }
    }
}
