package cn.mingjian.model.version;

import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.version.Difference.Kind;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two mappings key by key; the order of keys, quotes and comments are no difference. */
final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    static List<Difference> of(YamlMap old, YamlMap now) {
        Differences differences = new Differences();
        differences.compare(List.of(), old, now);
        return List.copyOf(differences.found);
    }

    private void compare(List<String> path, YamlMap old, YamlMap now) {
        for (YamlMap.Entry entry : now.entries()) {
            List<String> here = with(path, entry.key());
            Optional<YamlNode> before = old.node(entry.key());
            if (before.isEmpty() && now.node(entry.key()).isPresent()) {
                found.add(new Difference(here, Kind.ADDED, entry.place()));
            } else if (before.isPresent()) {
                compare(here, before.get(), entry);
            }
        }
        for (YamlMap.Entry entry : old.entries()) {
            if (old.node(entry.key()).isPresent() && now.node(entry.key()).isEmpty()) {
                found.add(new Difference(with(path, entry.key()), Kind.LEFT, entry.place()));
            }
        }
    }

    private void compare(List<String> path, YamlNode before, YamlMap.Entry entry) {
        if (before instanceof YamlMap || entry.value() instanceof YamlMap) {
            compare(path, map(before), map(entry.value()));
        } else if (!text(before).equals(text(entry.value())) && !isNull(entry.value())) {
            found.add(new Difference(path, Kind.CHANGED, entry.place()));
        }
    }

    /** An input is written as its contract alone, or as a mapping with the contract in it. */
    private static YamlMap map(YamlNode node) {
        return node instanceof YamlMap map
                ? map
                : YamlMap.of(List.of(new YamlMap.Entry("contract", node.place(), node)), node.place(), new Problems());
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.isNull();
    }

    /** A node as one text, the same for the same content. */
    private static Object text(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar.text().strip().replaceAll("\\s+", " ");
        }
        if (node instanceof YamlList list) {
            return list.items().stream().map(Differences::text).toList();
        }
        return ((YamlMap) node)
                .entries().stream()
                        .map(entry -> entry.key() + "=" + text(entry.value()))
                        .sorted()
                        .toList();
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
