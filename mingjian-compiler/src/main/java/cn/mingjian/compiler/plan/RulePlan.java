package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.rule.Rule;
import java.util.List;

/**
 * How one rule or signal becomes clues.
 *
 * @param hits statement that fills the table of hits with the counts of the steps inside
 * @param clues statement that fills the table of clues
 * @param sources queries for source rows, in the order of the rule's sources; empty text for what cannot be shown
 */
public record RulePlan(Rule rule, Stage.Statement hits, String clues, List<String> sources) {

    /** Name of the table of clues. */
    public String cluesTable() {
        return rule.clues().sqlName();
    }
}
