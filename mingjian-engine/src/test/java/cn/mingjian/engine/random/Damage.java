package cn.mingjian.engine.random;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.Stage;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mistake that a planner could make.
 *
 * @param damaged the part of a statement that is written wrongly
 * @param by what stands there then
 */
record Damage(String mistake, Pattern damaged, String by) {

    static final List<Damage> ALL = List.of(
            of(
                    "a row that a step dropped comes back with the next",
                    "CASE WHEN l\\._keep\\d+ THEN ((?:(?!CASE WHEN l\\._keep|,\n).)*) END AS _keep",
                    "$1 AS _keep"),
            of("rows are read that the last step dropped", "( WHERE _keep)[1-9]\\d*", "$10"),
            of("an unknown row counts as kept", " WHERE _keep\\)", " WHERE _keep IS NOT FALSE)"),
            of(
                    "unknown rows of a later step are not counted",
                    "'unknown': coalesce\\(count_if\\(_keep\\d+\\), 0\\) - (?:(?!, 'pending').)*",
                    "'unknown': 0"),
            of(
                    "dropped rows count as those of the next step",
                    "'rows': coalesce\\(count_if\\(_keep\\d+\\), 0\\)",
                    "'rows': count(*)"),
            of(
                    "pending counts as unknown",
                    " - coalesce\\(count_if\\(_keep IS NULL AND _why = 'pending'\\), 0\\) AS _unknown",
                    " AS _unknown"),
            of("a number is not checked after the join", "(FROM \"\\w+~\" l) WHERE .*?\\)(,?\n)", "$1)$2"),
            of("companions are not admitted where a join asks something else", "\"mate\" r", "\"data.mate\" r"),
            of(
                    "an arm of a union is lost",
                    "(SELECT (?:(?!UNION).)* FROM \"?\\w+\"? l) UNION ALL SELECT (?:(?!UNION ALL|,\n).)* l\\)",
                    "$1)"));

    private static Damage of(String mistake, String damaged, String by) {
        return new Damage(mistake, Pattern.compile(damaged), by);
    }

    /** The plan with this mistake, wherever it could be made. */
    Plan in(Plan plan) {
        List<Plan.Act> acts = plan.acts().stream().map(this::in).toList();
        return new Plan(plan.model(), plan.inputs(), acts, plan.notRunnable());
    }

    private Plan.Act in(Plan.Act act) {
        if (act instanceof Plan.Act.OfRule ofRule) {
            RulePlan rule = ofRule.rule();
            return new Plan.Act.OfRule(new RulePlan(
                    rule.rule(), in(rule.hits()), rule.clues(), rule.readings(), rule.sources(), rule.lowerBounds()));
        }
        return act instanceof Plan.Act.OfStage stage && stage.stage() instanceof Stage.Statement statement
                ? new Plan.Act.OfStage(in(statement))
                : act;
    }

    private Stage.Statement in(Stage.Statement statement) {
        return new Stage.Statement(
                statement.relation(),
                statement.table(),
                damaged.matcher(statement.create()).replaceAll(by),
                statement.view(),
                statement.uncounted(),
                statement.undecided());
    }
}
