package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import java.util.ArrayList;
import java.util.List;

/** What an act says and reads: two acts with one text over the same rows give the same rows. */
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

    /** The table that the text fills. */
    static String table(Plan.Act act) {
        if (act instanceof Plan.Act.OfRule rule) {
            return rule.rule().hits().table();
        }
        Stage stage = ((Plan.Act.OfStage) act).stage();
        return stage instanceof Stage.Statement statement ? statement.table() : stage.relation();
    }

    /** The relations that an act reads when every step is kept. */
    static List<String> reads(Plan.Act act, CheckedModel model) {
        if (act instanceof Plan.Act.OfRule planned) {
            Rule rule = planned.rule().rule();
            List<String> reads = new ArrayList<>(List.of(rule.from()));
            rule.exclusions().forEach(exclusion -> reads.add(exclusion.from()));
            rule.amplifiers().forEach(amplifier -> reads.add(amplifier.from()));
            return reads;
        }
        Step step = model.steps().get(act.relation());
        return step == null ? List.of() : step.reads();
    }
}
