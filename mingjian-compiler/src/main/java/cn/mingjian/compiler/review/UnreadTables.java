package cn.mingjian.compiler.review;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.rule.Rule.Consulted;
import cn.mingjian.compiler.step.Step;
import java.util.HashSet;
import java.util.Set;

/** A rule that shows the rows of a reference table which were read must rest on a lookup that reads it. */
final class UnreadTables {

    private final CheckedModel model;

    private UnreadTables(CheckedModel model) {
        this.model = model;
    }

    static void review(CheckedModel model) {
        UnreadTables tables = new UnreadTables(model);
        model.rules().values().forEach(tables::check);
    }

    private void check(Rule rule) {
        for (Rule.Source source : rule.sources()) {
            if (source instanceof Consulted consulted && !consulted.of().isEmpty()) {
                Set<String> seen = new HashSet<>();
                if (!reads(rule.from(), consulted.of(), seen)) {
                    model.pack().problems().error(rule.place(), "rule.table-not-read", rule.id(), consulted.name());
                }
            }
        }
    }

    private boolean reads(String relation, String table, Set<String> seen) {
        Step step = model.steps().get(relation);
        Rule rule = model.rules().get(relation);
        if (!seen.add(relation)) {
            return false;
        }
        if (rule != null) {
            return reads(rule.from(), table, seen);
        }
        return step != null
                && (step.reads().contains(table) || step.reads().stream().anyMatch(read -> reads(read, table, seen)));
    }
}
