package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where values come from. Direct origins are the input columns from which a value was computed; indirect ones decided by
 * joins, filters and groups whether the value is there at all.
 */
public final class Lineage {

    private final CheckedModel model;

    public Lineage(CheckedModel model) {
        this.model = model;
    }

    /** Input columns from which these fields were computed. */
    public Set<FieldRef> direct(Collection<FieldRef> fields) {
        Set<FieldRef> origins = new TreeSet<>();
        Set<FieldRef> seen = new HashSet<>();
        fields.forEach(field -> direct(field, origins, seen));
        return origins;
    }

    private void direct(FieldRef field, Set<FieldRef> origins, Set<FieldRef> seen) {
        if (!seen.add(field)) {
            return;
        }
        if (model.views().containsKey(field.relation())) {
            origins.add(field);
            return;
        }
        Step step = model.steps().get(field.relation());
        Rule rule = model.rules().get(field.relation());
        Relation relation = step != null ? step.relation() : rule != null ? rule.clues() : null;
        if (relation != null) {
            relation.field(field.field()).ifPresent(found -> found.value()
                    .uses()
                    .forEach(use -> direct(rule == null ? use : ofHits(rule, use), origins, seen)));
        }
    }

    private static FieldRef ofHits(Rule rule, FieldRef use) {
        return use.relation().equals(rule.clues().name()) ? new FieldRef(rule.from(), use.field()) : use;
    }

    /** Input columns that decide which rows a relation has. */
    public Set<FieldRef> indirect(String relation) {
        Set<FieldRef> deciding = new TreeSet<>();
        indirect(relation, deciding, new HashSet<>());
        return direct(deciding);
    }

    private void indirect(String relation, Set<FieldRef> deciding, Set<String> seen) {
        if (!seen.add(relation)) {
            return;
        }
        Step step = model.steps().get(relation);
        if (step != null) {
            deciding.addAll(step.conditions());
            step.reads().forEach(read -> indirect(read, deciding, seen));
        }
        Rule rule = model.rules().get(relation);
        if (rule != null) {
            deciding.addAll(model.used().getOrDefault(relation, Set.of()));
            indirect(rule.from(), deciding, seen);
            rule.exclusions().stream().map(Exclusion::from).forEach(from -> indirect(from, deciding, seen));
            rule.amplifiers().forEach(amplifier -> indirect(amplifier.from(), deciding, seen));
        }
    }

    /** The contracts that the model's inputs read, those under derived contracts among them. */
    public Set<String> contracts() {
        Set<String> contracts = new TreeSet<>();
        model.views().values().forEach(view -> contracts.add(view.contract().id()));
        return contracts;
    }

    /**
     * The columns of each contract that the model's rules and signals use, those that say which rows are admitted among
     * them: what may be asked for and kept, and no more.
     */
    public Map<String, Set<String>> columnsByContract() {
        Map<String, Set<String>> columns = new TreeMap<>();
        Set<FieldRef> used = new TreeSet<>();
        model.rules().keySet().forEach(rule -> used.addAll(indirect(rule)));
        Set<String> inputs = used.stream().map(FieldRef::relation).collect(Collectors.toSet());
        model.views().values().stream()
                .filter(view -> inputs.contains(view.name()))
                .forEach(view -> used.addAll(view.admitReads()));
        for (FieldRef field : used) {
            InputView view = model.views().get(field.relation());
            if (view != null) {
                columns.computeIfAbsent(view.contract().id(), id -> new TreeSet<>())
                        .add(field.field());
            }
        }
        return columns;
    }
}
