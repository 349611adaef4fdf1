package cn.mingjian.engine.run;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Stage;
import java.util.ArrayList;
import java.util.List;

/** The statements of a plan as a text to read, each under the name of what it computes. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        List<String> parts = new ArrayList<>();
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfRule rule) {
                parts.add(part(act.relation(), rule.rule().hits().create()));
                parts.add(part(act.relation(), rule.rule().clues()));
            } else if (act instanceof Plan.Act.OfStage of && of.stage() instanceof Stage.Statement statement) {
                parts.add(part(act.relation(), statement.create()));
            } else {
                parts.add("-- " + act.relation() + ": Java\n");
            }
        }
        return String.join("\n", parts);
    }

    private static String part(String relation, String statement) {
        return "-- " + relation + "\n" + statement + ";\n";
    }
}
