package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Usage;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of every relation that rules read or that decide which rows there are, followed back through the steps. A
 * pick needs them: tied rows may differ in what nobody reads.
 */
final class UsedFields implements Usage {

    private final CheckedModel model;
    private final Set<FieldRef> used = new HashSet<>();

    UsedFields(CheckedModel model) {
        this.model = model;
        model.used().values().forEach(this::follow);
        model.steps().values().forEach(step -> follow(step.conditions()));
    }

    @Override
    public boolean reads(String relation, String field) {
        return used.contains(new FieldRef(relation, field));
    }

    private void follow(Collection<FieldRef> fields) {
        fields.forEach(this::follow);
    }

    private void follow(FieldRef field) {
        if (used.add(field)) {
            relation(field.relation())
                    .flatMap(relation -> relation.field(field.field()))
                    .ifPresent(found -> follow(found.value().uses()));
        }
    }

    private Optional<Relation> relation(String name) {
        Step step = model.steps().get(name);
        Rule rule = model.rules().get(name);
        return Optional.ofNullable(step).map(Step::relation).or(() -> Optional.ofNullable(rule)
                .map(Rule::clues));
    }
}
