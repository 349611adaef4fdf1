package cn.mingjian.model.yaml;

import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping in the order it is written. Its readers note what is missing or of the wrong shape with the file's problems
 * and answer empty, so that one pass finds every mistake.
 */
public final class YamlMap implements YamlNode {

    /** A key with its place and its value. */
    public record Entry(String key, Place place, YamlNode value) {}

    private final Map<String, Entry> entries;
    private final Place place;
    private final Problems problems;

    YamlMap(Map<String, Entry> entries, Place place, Problems problems) {
        this.entries = entries;
        this.place = place;
        this.problems = problems;
    }

    /** A mapping without entries, where a file leaves one out. */
    public static YamlMap empty(Place place, Problems problems) {
        return new YamlMap(Map.of(), place, problems);
    }

    /** A mapping put together from entries that were read before. */
    public static YamlMap of(Collection<Entry> entries, Place place, Problems problems) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(entry.key(), entry));
        return new YamlMap(byKey, place, problems);
    }

    /** The same mapping without one key. */
    public YamlMap without(String key) {
        Map<String, Entry> others = new LinkedHashMap<>(entries);
        others.remove(key);
        return new YamlMap(others, place, problems);
    }

    @Override
    public Place place() {
        return place;
    }

    /** Where the problems of this file are noted. */
    public Problems problems() {
        return problems;
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The place of a key, or of the mapping where the key is missing. */
    public Place placeOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.place();
    }

    /** The value of a key; empty when missing or written as null. */
    public Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(Entry::value)
                .filter(value -> !(value instanceof YamlScalar scalar && scalar.isNull()));
    }

    /** Notes every key that is not one of these. */
    public void allow(Collection<String> allowed) {
        problems.known(place, allowed);
        for (Entry entry : entries.values()) {
            if (!allowed.contains(entry.key())) {
                String code = entry.key().matches(".*[()\\[\\]{}].*") ? "yaml.unquoted-expression" : "yaml.unknown-key";
                problems.error(entry.place(), code, entry.key(), Nearest.advice(entry.key(), allowed));
            }
        }
    }

    public Optional<YamlScalar> scalar(String key) {
        return shape(key, YamlScalar.class, "yaml.not-a-scalar");
    }

    public Optional<String> text(String key) {
        return scalar(key).map(YamlScalar::text);
    }

    public Optional<YamlMap> map(String key) {
        return shape(key, YamlMap.class, "yaml.not-a-map");
    }

    public Optional<YamlList> list(String key) {
        return shape(key, YamlList.class, "yaml.not-a-list");
    }

    /** A text that must be there; where it is not, that is noted and the answer is the empty text. */
    public String requireText(String key) {
        return requireScalar(key).map(YamlScalar::text).orElse("");
    }

    public Optional<YamlScalar> requireScalar(String key) {
        return require(key, scalar(key));
    }

    public Optional<YamlMap> requireMap(String key) {
        return require(key, map(key));
    }

    public Optional<YamlList> requireList(String key) {
        return require(key, list(key));
    }

    /** Notes a key that is missing, whatever its shape. */
    public Optional<YamlNode> requireNode(String key) {
        return require(key, node(key));
    }

    /** A mapping, or an empty one. */
    public YamlMap mapOrEmpty(String key) {
        return map(key).orElseGet(() -> empty(placeOf(key), problems));
    }

    /** A list of texts; a single text counts as a list of one; other items are noted. */
    public List<YamlScalar> scalars(String key) {
        return node(key).map(this::scalarsOf).orElse(List.of());
    }

    /** The texts of {@link #scalars}. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(YamlScalar::text).toList();
    }

    private List<YamlScalar> scalarsOf(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return List.of(scalar);
        }
        if (node instanceof YamlList list) {
            List<YamlScalar> scalars = list.items().stream()
                    .filter(YamlScalar.class::isInstance)
                    .map(YamlScalar.class::cast)
                    .toList();
            if (scalars.size() < list.items().size()) {
                problems.error(list.place(), "yaml.not-a-scalar", "");
            }
            return scalars;
        }
        problems.error(node.place(), "yaml.not-a-list", "");
        return List.of();
    }

    /** Texts by key; values that are not text are noted. */
    public Map<String, YamlScalar> scalarMap() {
        Map<String, YamlScalar> scalars = new LinkedHashMap<>();
        entries.keySet().forEach(key -> scalar(key).ifPresent(scalar -> scalars.put(key, scalar)));
        return scalars;
    }

    /** Yes or no, written {@code true} or {@code false}; anything else is noted. */
    public boolean flag(String key) {
        Optional<YamlScalar> scalar = scalar(key);
        scalar.filter(value -> !value.text().equals("true") && !value.text().equals("false"))
                .ifPresent(value -> problems.error(value.place(), "yaml.not-a-flag", key, value.text()));
        return scalar.filter(value -> value.text().equals("true")).isPresent();
    }

    private <T> Optional<T> require(String key, Optional<T> value) {
        if (node(key).isEmpty()) {
            problems.error(place, "yaml.missing-key", key);
        }
        return value;
    }

    private <T extends YamlNode> Optional<T> shape(String key, Class<T> shape, String code) {
        Optional<YamlNode> node = node(key);
        node.filter(value -> !shape.isInstance(value)).ifPresent(value -> problems.error(value.place(), code, key));
        return node.filter(shape::isInstance).map(shape::cast);
    }
}
