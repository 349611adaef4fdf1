package cn.mingjian.engine.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A relation that a random model can read.
 *
 * @param fields what each field holds; there is always one of {@link Kind#KEY}, {@link Kind#NUMBER} and {@link Kind#DAY}
 * @param about roughly how many rows it has, so that joins over joins stay small
 */
record Rows(String name, Map<String, Kind> fields, int about) {

    /** What a field holds. */
    enum Kind {
        KEY,
        PERSON,
        NAME,
        NUMBER,
        DAY,
        MONEY,
        FLAG
    }

    Rows {
        fields = new LinkedHashMap<>(fields);
    }

    /** Its name in an expression. */
    String local() {
        return name.substring(name.indexOf('.') + 1);
    }

    boolean has(Kind kind) {
        return fields.containsValue(kind);
    }

    /** Whether a step can read it: there is something to match by, to compare and to date. */
    boolean isFull() {
        return has(Kind.KEY) && has(Kind.NUMBER) && has(Kind.DAY);
    }

    List<String> all(Kind kind) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue() == kind)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    String any(Kind kind, Draw draw) {
        return draw.of(all(kind));
    }

    Optional<String> maybe(Kind kind, Draw draw) {
        return has(kind) ? Optional.of(any(kind, draw)) : Optional.empty();
    }
}
