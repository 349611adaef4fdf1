package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps lie under a relation, and which of their fields its rows still carry unchanged: by equal values of those the
 * rows of an earlier step can be found again that a later row was made of.
 */
final class Carrying {

    private final CheckedModel model;

    Carrying(CheckedModel model) {
        this.model = model;
    }

    /** The steps under a relation, itself among them if it is one. */
    Set<Step> under(String relation) {
        Set<Step> steps = new LinkedHashSet<>();
        collect(relation, steps);
        return steps;
    }

    private void collect(String relation, Set<Step> steps) {
        Step step = model.steps().get(relation);
        Rule rule = model.rules().get(relation);
        if (step != null && steps.add(step)) {
            step.reads().forEach(read -> collect(read, steps));
        }
        if (rule != null) {
            collect(rule.from(), steps);
        }
    }

    /** Field of a relation to the field of an earlier step whose value it carries. */
    Map<String, String> carried(String relation, Set<String> fields, Step origin) {
        Map<String, String> carried = new LinkedHashMap<>();
        for (String field : fields) {
            trace(new FieldRef(relation, field), origin.name()).ifPresent(found -> carried.put(field, found));
        }
        return carried;
    }

    private Optional<String> trace(FieldRef field, String origin) {
        if (field.relation().equals(origin)) {
            return Optional.of(field.field());
        }
        Rule rule = model.rules().get(field.relation());
        if (rule != null) {
            return rule.key().contains(field.field())
                    ? trace(new FieldRef(rule.from(), field.field()), origin)
                    : Optional.empty();
        }
        Step step = model.steps().get(field.relation());
        Optional<Field> found =
                step == null ? Optional.empty() : step.relation().field(field.field());
        return found.filter(Carrying::isUnchanged).flatMap(value -> value.value().uses().stream()
                .map(use -> trace(use, origin))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** Whether a field is one of the relation that it is read from, and nothing was computed. */
    static boolean isUnchanged(Field field) {
        Set<FieldRef> uses = field.value().uses();
        return field.value().available()
                && !uses.isEmpty()
                && uses.stream().allMatch(use -> List.of(Sql.field("l", use.field()), Sql.field("r", use.field()))
                        .contains(field.value().sql()));
    }
}
