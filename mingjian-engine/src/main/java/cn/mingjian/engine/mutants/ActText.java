package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Stage;

/** What an act says: two acts with one text over the same rows give the same rows. */
final class ActText {

    private ActText() {}

    /** The text that makes the rows of a stage, or the hits of a rule. */
    static String of(Plan.Act act) {
        if (act instanceof Plan.Act.OfRule rule) {
            return rule.rule().hits().create();
        }
        Stage stage = ((Plan.Act.OfStage) act).stage();
        return stage instanceof Stage.Statement statement ? statement.create() : stage.toString();
    }

    /** The text that makes clues of the hits; empty for a stage. */
    static String clues(Plan.Act act) {
        return act instanceof Plan.Act.OfRule rule ? rule.rule().clues() : "";
    }

    /**
     * The table that the text fills.
     *
     * @param counted whether it holds counts beside the rows
     */
    static String table(Plan.Act act, boolean counted) {
        Stage stage = act instanceof Plan.Act.OfRule rule ? rule.rule().hits() : ((Plan.Act.OfStage) act).stage();
        return counted && stage instanceof Stage.Statement statement ? statement.table() : stage.relation();
    }
}
