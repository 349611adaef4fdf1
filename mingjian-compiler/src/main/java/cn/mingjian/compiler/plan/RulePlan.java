package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.rule.Rule;
import java.util.List;
import java.util.Map;

/**
 * How one rule or signal becomes clues.
 *
 * @param hits statement that fills the table of hits with the counts of the steps inside
 * @param clues statement that fills the table of clues
 * @param readings statement that finds the rows of reference tables that were read for the clues, before the entries of
 *     source rows and the lower bounds are asked for; empty when nothing asks
 * @param sources the entries of source rows, in the order of the rule's sources
 * @param lowerBounds for each table's relation name the query of rows, read for a clue, that stand in for a missing local
 *     value: {@code _number}, {@code _pos} (line of the table's file), {@code source}
 */
public record RulePlan(
        Rule rule,
        Stage.Statement hits,
        String clues,
        String readings,
        List<SourcePlan> sources,
        Map<String, String> lowerBounds) {

    /** Name of the table of clues. */
    public String cluesTable() {
        return rule.clues().sqlName();
    }
}
