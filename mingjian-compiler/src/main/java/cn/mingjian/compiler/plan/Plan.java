package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.Lack;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run does.
 *
 * @param acts stages and rules in the order in which they run
 * @param notRunnable rules and signals whose data are missing, with what they lack
 */
public record Plan(CheckedModel model, List<InputView> inputs, List<Act> acts, Map<String, Set<Lack>> notRunnable) {

    /** A stage, or a rule. */
    public sealed interface Act {

        /** The relation whose rows it makes. */
        String relation();

        /** A stage that several rules or a Java operator need. */
        record OfStage(Stage stage) implements Act {

            @Override
            public String relation() {
                return stage.relation();
            }
        }

        /** A rule or signal. */
        record OfRule(RulePlan rule) implements Act {

            @Override
            public String relation() {
                return rule.rule().clues().name();
            }
        }
    }
}
