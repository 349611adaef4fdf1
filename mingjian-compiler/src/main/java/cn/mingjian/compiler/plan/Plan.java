package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run does.
 *
 * @param acts stages and rules in the order in which they run
 * @param notRunnable names of the rules and signals whose data are missing
 */
public record Plan(CheckedModel model, List<InputView> inputs, List<Act> acts, Set<String> notRunnable) {

    /** The rules and signals that run, in the order in which they do. */
    public List<RulePlan> rules() {
        return acts.stream()
                .filter(Act.OfRule.class::isInstance)
                .map(Act.OfRule.class::cast)
                .map(Act.OfRule::rule)
                .toList();
    }

    /** The relations that an act reads, of a plan that keeps every step. */
    public List<String> reads(Act act) {
        if (act instanceof Act.OfRule planned) {
            Rule rule = planned.rule().rule();
            List<String> reads = new ArrayList<>(List.of(rule.from()));
            rule.exclusions().forEach(exclusion -> reads.add(exclusion.from()));
            rule.amplifiers().forEach(amplifier -> reads.add(amplifier.from()));
            return reads;
        }
        Step step = model.steps().get(act.relation());
        return step == null ? List.of() : step.reads();
    }

    /** Whether a stage stores the rows of an input. */
    public boolean isStored(String input) {
        return acts.stream()
                .anyMatch(act -> act instanceof Act.OfStage stage
                        && stage.stage() instanceof Stage.Companion
                        && act.relation().equals(input));
    }

    /** This plan, which keeps every step, with no more acts than the rules of these codes need. */
    public Plan only(Set<String> codes) {
        Set<String> needed = new HashSet<>();
        List<Act> some = new ArrayList<>();
        for (int i = acts.size() - 1; i >= 0; i--) {
            Act act = acts.get(i);
            boolean asked = act instanceof Act.OfRule rule
                    && codes.contains(rule.rule().rule().code());
            if (asked || needed.contains(act.relation())) {
                needed.addAll(reads(act));
                some.add(0, act);
            }
        }
        return new Plan(model, inputs, some, notRunnable);
    }

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
