package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.contract.Lack;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule lacks of the data that were delivered.
 *
 * @param needed without which it cannot run
 * @param helpful which would decide rows that are unknown, or an exclusion, raise a grade, add rows or say more of a clue
 */
public record Requirements(Set<Lack> needed, Set<Lack> helpful) {

    /** What a rule or signal of a model lacks, as the model was checked over what was delivered. */
    public static Requirements of(CheckedModel model, Rule rule) {
        Set<Lack> all = new TreeSet<>();
        collect(model, rule.clues().name(), all, new HashSet<>());
        new Lineage(model).indirect(rule.clues().name()).forEach(used -> {
            Relation input = model.inputs().get(used.relation());
            if (input != null && input.available()) {
                input.field(used.field()).map(Field::value).ifPresent(value -> all.addAll(value.lacks()));
            }
        });
        Set<Lack> needed = rule.clues().lacks();
        Set<String> named = new TreeSet<>();
        needed.forEach(lack -> named.addAll(lack.named()));
        all.removeIf(lack -> named.containsAll(lack.named()));
        return new Requirements(new TreeSet<>(needed), Lack.essential(all));
    }

    private static void collect(CheckedModel model, String name, Set<Lack> lacks, Set<String> seen) {
        Relation input = model.inputs().get(name);
        if (!seen.add(name)) {
            return;
        }
        if (input != null && !input.available()) {
            lacks.addAll(input.lacks());
            return;
        }
        Step step = model.steps().get(name);
        if (step != null) {
            step.reads().forEach(read -> collect(model, read, lacks, seen));
        }
        Rule rule = model.rules().get(name);
        if (rule != null) {
            collect(model, rule.from(), lacks, seen);
            for (Exclusion exclusion : rule.exclusions()) {
                lacks.addAll(exclusion.missing());
                collect(model, exclusion.from(), lacks, seen);
            }
            rule.amplifiers().forEach(amplifier -> collect(model, amplifier.from(), lacks, seen));
        }
    }
}
