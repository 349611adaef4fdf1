package cn.mingjian.compiler.review;

import cn.mingjian.compiler.step.Operators;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which relations a step or a rule names. Read from the text, so that a mistake elsewhere in a step does not make what it
 * reads look unread; a name that is nearly right counts as the right one.
 */
final class Reads {

    private static final List<String> RELATION_KEYS = List.of("with", "in", "of");

    private final ModelPackage pack;
    private final Set<String> known;

    Reads(ModelPackage pack) {
        this.pack = pack;
        this.known = new TreeSet<>(pack.steps().keySet());
        known.addAll(pack.inputs().keySet());
        pack.rules().keySet().forEach(id -> known.add("rule." + id));
        pack.signals().keySet().forEach(id -> known.add("signal." + id));
    }

    /** The relation on whose rows a step works. */
    Optional<String> mainOf(YamlMap step) {
        return operatorOf(step)
                .flatMap(word -> step.node(word))
                .filter(YamlScalar.class::isInstance)
                .flatMap(node -> name((YamlScalar) node));
    }

    /** The relations that a step names, the main one first. */
    Set<String> ofStep(YamlMap step) {
        Set<String> names = new LinkedHashSet<>();
        Optional<String> operator = operatorOf(step);
        for (YamlMap.Entry entry : step.entries()) {
            boolean relationHere =
                    operator.isEmpty() || operator.get().equals(entry.key()) || RELATION_KEYS.contains(entry.key());
            if (relationHere) {
                scalars(entry.value()).forEach(text -> name(text).ifPresent(names::add));
            }
        }
        step.text("sql").ifPresent(sql -> names.addAll(ofSql(sql)));
        return names;
    }

    /** The words of a query that are names of relations: what it reads, also where it has mistakes. */
    private Set<String> ofSql(String sql) {
        Set<String> words = new LinkedHashSet<>(List.of(sql.split("[^A-Za-z0-9_.-]+", -1)));
        words.retainAll(known);
        return words;
    }

    /** The relations that a rule or signal names, those of its exclusions among them. */
    Set<String> ofRule(YamlMap rule) {
        Set<String> names = new LinkedHashSet<>();
        rule.node("from")
                .ifPresent(from -> scalars(from).forEach(text -> name(text).ifPresent(names::add)));
        inner(rule, "amplifiers", "in", names);
        inner(rule, "sources", "of", names);
        for (String id : exclusionsOf(rule)) {
            Optional.ofNullable(pack.exclusions().get(id))
                    .flatMap(exclusion -> exclusion.node("in"))
                    .ifPresent(in -> scalars(in).forEach(text -> name(text).ifPresent(names::add)));
        }
        return names;
    }

    /** The exclusions that a rule names. */
    Set<String> exclusionsOf(YamlMap rule) {
        Set<String> ids = new LinkedHashSet<>();
        rule.node("exclusions").ifPresent(list -> scalars(list)
                .forEach(
                        text -> nearest(text.text(), pack.exclusions().keySet()).ifPresent(ids::add)));
        return ids;
    }

    private void inner(YamlMap rule, String part, String key, Set<String> names) {
        List<YamlNode> maps = new ArrayList<>();
        rule.node(part).ifPresent(node -> {
            if (node instanceof YamlMap named) {
                named.entries().forEach(entry -> maps.add(entry.value()));
            } else if (node instanceof YamlList list) {
                maps.addAll(list.items());
            }
        });
        for (YamlNode map : maps) {
            if (map instanceof YamlMap one) {
                one.node(key)
                        .ifPresent(of -> scalars(of).forEach(text -> name(text).ifPresent(names::add)));
            }
        }
    }

    private static Optional<String> operatorOf(YamlMap step) {
        return step.keys().stream().filter(Operators.words()::contains).findFirst();
    }

    private Optional<String> name(YamlScalar text) {
        return nearest(text.text(), known);
    }

    private static Optional<String> nearest(String name, Set<String> known) {
        return known.contains(name) ? Optional.of(name) : Nearest.name(name, known);
    }

    /** All texts in a node, however deep. */
    static List<YamlScalar> scalars(YamlNode node) {
        List<YamlScalar> found = new ArrayList<>();
        if (node instanceof YamlScalar scalar) {
            found.add(scalar);
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> found.addAll(scalars(item)));
        } else if (node instanceof YamlMap map) {
            map.entries().forEach(entry -> found.addAll(scalars(entry.value())));
        }
        return found;
    }
}
