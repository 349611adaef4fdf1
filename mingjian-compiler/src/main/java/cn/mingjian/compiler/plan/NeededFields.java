package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Step.JavaStage;
import cn.mingjian.compiler.step.Step.Linking;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.compiler.step.Step.Union;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which fields of its relations a plan carries along: those that the SQL of a reader names, followed back from the rules.
 * What nobody names is neither stored nor joined nor gathered.
 */
final class NeededFields {

    /** Every field. */
    static final NeededFields ALL = new NeededFields(Optional.empty());

    private static final Pattern NAME = Pattern.compile("\"([a-z][a-z0-9_]*)\"");

    private final Optional<Map<String, Set<String>>> named;

    private NeededFields(Optional<Map<String, Set<String>>> named) {
        this.named = named;
    }

    /** @param rules for each rule and signal by relation name the SQL that reads its hits and what it reads */
    static NeededFields of(CheckedModel model, Map<String, String> rules) {
        Map<String, Set<String>> named = new HashMap<>();
        NeededFields needed = new NeededFields(Optional.of(named));
        List<String> lastFirst = new ArrayList<>(model.order());
        Collections.reverse(lastFirst);
        for (String name : lastFirst) {
            Step step = model.steps().get(name);
            Rule rule = model.rules().get(name);
            if (step != null) {
                Set<String> names = needed.read(step);
                step.reads().forEach(read -> add(named, read, names));
            } else if (rule != null && rules.containsKey(name)) {
                Set<String> names = names(rules.getOrDefault(name, ""));
                add(named, RuleWriter.hitsName(rule), names);
                Planner.needs(rule).forEach(read -> add(named, read, names));
                new Consultations(model, rule)
                        .lookups()
                        .forEach(lookup -> add(named, lookup.reads().get(0), names));
            }
        }
        return needed;
    }

    private static void add(Map<String, Set<String>> named, String relation, Set<String> names) {
        named.computeIfAbsent(relation, any -> new HashSet<>()).addAll(names);
    }

    /** What a step names of what it reads. */
    private Set<String> read(Step step) {
        Collection<Field> fields = of(step.relation());
        if (step.body() instanceof Select select) {
            StringBuilder sql = new StringBuilder(select.from() + select.groupBy() + select.outcome() + select.why());
            fields.forEach(field -> sql.append(field.value().sql()));
            return names(sql.toString());
        }
        Set<String> names = new HashSet<>();
        if (step.body() instanceof Union || step.body() instanceof JavaStage) {
            fields.forEach(field -> names.add(field.name()));
        }
        if (step.body() instanceof JavaStage stage && stage.work() instanceof Linking linking) {
            names.add(linking.node());
            names.addAll(linking.by());
        }
        return names;
    }

    private static Set<String> names(String sql) {
        Set<String> names = new HashSet<>();
        var found = NAME.matcher(sql);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** The fields of a relation that are carried along, in its order; at least one. */
    Collection<Field> of(Relation relation) {
        Collection<Field> fields = of(relation.name(), relation);
        return fields.isEmpty() ? relation.fields().values().stream().limit(1).toList() : fields;
    }

    /** The fields of a rule's hits that are carried along. */
    Collection<Field> hits(Rule rule) {
        return of(RuleWriter.hitsName(rule), rule.hits());
    }

    private Collection<Field> of(String name, Relation relation) {
        return relation.fields().values().stream()
                .filter(field -> named.isEmpty()
                        || named.get().getOrDefault(name, Set.of()).contains(field.name()))
                .toList();
    }
}
