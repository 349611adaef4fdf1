package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Parser;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Collects the mutants of nodes of a package. */
final class TextMutants {

    private final List<Mutant> mutants = new ArrayList<>();

    List<Mutant> all() {
        return mutants;
    }

    /** The mutants of an optional condition under a key. */
    void condition(YamlMap map, String key, List<String> path) {
        map.scalar(key).ifPresent(text -> condition(text, below(path, key)));
    }

    /** The mutants of a condition. */
    void condition(YamlScalar text, List<String> path) {
        expression(text, path, ExpressionMutants::ofCondition);
    }

    /** The mutants of every value in a mapping. */
    void values(YamlMap map, List<String> path) {
        map.scalarMap().forEach((key, text) -> value(text, below(path, key)));
    }

    /** The mutants of a value. */
    void value(YamlScalar text, List<String> path) {
        expression(text, path, ExpressionMutants::ofValue);
    }

    private void expression(YamlScalar text, List<String> path, Function<Expression, List<Variant>> variants) {
        Optional<Expression> read = Parser.parse(text, new Problems());
        for (Variant variant : read.map(variants).orElse(List.of())) {
            String part = variant.path().isEmpty() ? "" : "/" + variant.path();
            add(
                    id(path) + part,
                    variant.kind(),
                    text.placeOf(variant.at()),
                    variant.before(),
                    variant.after(),
                    texts(text, path, ExpressionText.of(variant.whole())));
        }
    }

    /** The neighbours of a written number or day. */
    void neighbours(YamlScalar text, List<String> path) {
        NextValue.of(text.text(), 1).ifPresent(next -> replaced(text, path, Kind.UP, next));
        NextValue.of(text.text(), -1).ifPresent(next -> replaced(text, path, Kind.DOWN, next));
    }

    /** A key left out. */
    void dropped(YamlMap map, String key, List<String> path, String shown) {
        add(id(below(path, key)), Kind.DROPPED, map.placeOf(key), shown, "", gone(below(path, key)));
    }

    /** Each key or item of a list or mapping of names left out, under its name. */
    void eachDropped(YamlMap map, String key, List<String> path) {
        Optional<YamlNode> node = map.node(key);
        List<String> at = below(path, key);
        if (node.isPresent() && node.get() instanceof YamlMap named) {
            named.keys().forEach(name -> dropped(named, name, at, name));
        } else if (node.isPresent() && node.get() instanceof YamlList list) {
            for (int i = 0; i < list.items().size(); i++) {
                YamlNode item = list.items().get(i);
                String name = item instanceof YamlScalar text ? text.text() : String.valueOf(i);
                Change change = gone(below(at, String.valueOf(i)));
                add(id(below(at, name)), Kind.DROPPED, item.place(), name, "", change);
            }
        } else if (node.isPresent() && node.get() instanceof YamlScalar one) {
            Change none = new Change(at, Optional.of(new YamlList(List.of(), one.place())));
            add(id(below(at, one.text())), Kind.DROPPED, one.place(), one.text(), "", none);
        }
    }

    private static Change gone(List<String> path) {
        return new Change(path, Optional.empty());
    }

    /** A text put in place of another; of several ways to write it the first that compiles. */
    void replaced(YamlScalar text, List<String> path, Kind kind, String... ways) {
        add(id(path), kind, text.place(), text.text(), ways[0], texts(text, path, ways));
    }

    private static Change[] texts(YamlScalar text, List<String> path, String... ways) {
        return Stream.of(ways)
                .map(way -> new Change(path, Optional.of(scalar(text, way))))
                .toArray(Change[]::new);
    }

    void add(String id, Kind kind, Place place, String before, String after, Change... ways) {
        mutants.add(new Mutant(id + ":" + kind.word(), kind, place, before, after, List.of(ways)));
    }

    static YamlScalar scalar(YamlScalar like, String text) {
        return new YamlScalar(text, false, like.place(), like.places());
    }

    static String id(List<String> path) {
        return String.join(".", path);
    }

    static List<String> below(List<String> path, String... keys) {
        List<String> below = new ArrayList<>(path);
        below.addAll(List.of(keys));
        return below;
    }
}
