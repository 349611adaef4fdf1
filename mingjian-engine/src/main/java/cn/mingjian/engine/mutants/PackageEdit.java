package cn.mingjian.engine.mutants;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes a changed copy of a package in memory, with problems of its own. */
final class PackageEdit {

    private final Change change;
    private final Problems problems = new Problems();

    private PackageEdit(Change change) {
        this.change = change;
    }

    /** The package as the change leaves it. */
    static ModelPackage apply(ModelPackage pack, Change change) {
        return new PackageEdit(change).copy(pack);
    }

    private ModelPackage copy(ModelPackage pack) {
        return pack.with(
                section("inputs", pack.inputs(), this::input),
                section("parameters", pack.parameters(), this::parameter),
                section("steps", pack.steps(), this::map),
                section("rules", pack.rules(), this::map),
                section("signals", pack.signals(), this::map),
                section("exclusions", pack.exclusions(), this::map),
                problems);
    }

    private <T> Map<String, T> section(String name, Map<String, T> parts, UnaryOperator<T> fresh) {
        Map<String, T> copies = new LinkedHashMap<>();
        parts.forEach((key, part) -> {
            current = List.of(name, key);
            copies.put(key, fresh.apply(part));
        });
        return copies;
    }

    /** Path of the part that is being copied. */
    private List<String> current = List.of();

    private YamlMap map(YamlMap map) {
        return node(map, current)
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast)
                .orElseThrow();
    }

    private ModelPackage.Input input(ModelPackage.Input input) {
        List<String> at = below(current, "admit");
        return new ModelPackage.Input(
                input.name(),
                input.contract(),
                input.admit().flatMap(text -> node(text, at)).map(YamlScalar.class::cast),
                input.beside().flatMap(text -> node(text, at)).map(YamlMap.class::cast));
    }

    private ModelPackage.Parameter parameter(ModelPackage.Parameter parameter) {
        return new ModelPackage.Parameter(
                parameter.name(),
                parameter.type(),
                parameter.unit(),
                node(parameter.value(), below(current, "default"))
                        .map(YamlScalar.class::cast)
                        .orElseThrow(),
                parameter.source(),
                parameter.law(),
                parameter.title(),
                parameter.place());
    }

    /** The node at a path as the change leaves it; empty when it is gone. */
    private Optional<YamlNode> node(YamlNode node, List<String> at) {
        if (at.equals(change.path())) {
            return change.now().map(now -> fresh(now));
        }
        if (node instanceof YamlMap map) {
            List<YamlMap.Entry> entries = new ArrayList<>();
            for (YamlMap.Entry entry : map.entries()) {
                node(entry.value(), below(at, entry.key()))
                        .ifPresent(value -> entries.add(new YamlMap.Entry(entry.key(), entry.place(), value)));
            }
            return Optional.of(YamlMap.of(entries, map.place(), problems));
        }
        if (node instanceof YamlList list) {
            List<YamlNode> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                node(list.items().get(i), below(at, String.valueOf(i))).ifPresent(items::add);
            }
            return Optional.of(new YamlList(items, list.place()));
        }
        return Optional.of(node);
    }

    private YamlNode fresh(YamlNode node) {
        return node instanceof YamlMap map ? YamlMap.of(map.entries(), map.place(), problems) : node;
    }

    private static List<String> below(List<String> path, String key) {
        List<String> below = new ArrayList<>(path);
        below.add(key);
        return below;
    }
}
