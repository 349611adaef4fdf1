package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.rule.Rule.Consulted;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.model.table.ReferenceTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which lookups a clue must be able to answer for: those of tables whose rows the rule shows, and of tables some of whose
 * rows stand in for a missing local value.
 */
final class Consultations {

    private final CheckedModel model;
    private final Rule rule;

    Consultations(CheckedModel model, Rule rule) {
        this.model = model;
        this.rule = rule;
    }

    /** The column that marks a value which stands in for a missing local one, by relation name of its table. */
    Map<String, String> lowerBounds() {
        Map<String, String> columns = new TreeMap<>();
        if (!rule.signal()) {
            model.tables().forEach((relation, table) -> table.lowerBound()
                    .filter(column -> marksSome(table, column))
                    .ifPresent(column -> columns.put(relation, column)));
        }
        return columns;
    }

    private static boolean marksSome(ReferenceTable table, String column) {
        return table.rows().stream().anyMatch(row -> row.value(column).equals(Optional.of(true)));
    }

    /** The lookups under the rule that read one of those tables. */
    List<Step> lookups() {
        Set<String> tables = new TreeSet<>(lowerBounds().keySet());
        rule.sources().stream()
                .filter(Consulted.class::isInstance)
                .map(Rule.Source::of)
                .forEach(tables::add);
        return tables.isEmpty()
                ? List.of()
                : new Carrying(model)
                        .under(rule.from()).stream()
                                .filter(step -> step.operator().equals("lookup")
                                        && step.reads().stream().anyMatch(tables::contains))
                                .toList();
    }

    /** The table that a lookup reads. */
    String table(Step lookup) {
        return lookup.reads().stream()
                .filter(model.tables()::containsKey)
                .findFirst()
                .orElseThrow();
    }
}
