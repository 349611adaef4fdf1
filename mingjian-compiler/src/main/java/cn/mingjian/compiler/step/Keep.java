package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import java.util.List;

/** {@code keep: left, in: right, on, where}: keeps the rows for which a matching row exists. */
final class Keep implements Operator {

    @Override
    public String word() {
        return "keep";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "keep", "in", "as", "on", "where"));
        Relation left = context.relation(step, "keep");
        Relation right = context.relation(step, "in");
        step.requireNode("on");
        Matching matching = Matching.read(
                step, left, right, context.scope(StepContext.left(left), StepContext.right(right, step)), context);
        Matching.Asking asking = matching.asking(left, right, context);
        String outcome = "CASE WHEN " + matching.keyUnknown() + " THEN NULL WHEN " + asking.hit() + " THEN true WHEN "
                + asking.maybe() + " THEN NULL ELSE false END";
        String why = "CASE WHEN " + matching.keyUnknown() + " THEN 'key' ELSE 'condition' END";
        return Steps.of(name, this, left, context)
                .needing(right)
                .lacking(matching.lacks())
                .deciding(matching.uses())
                .words(left.name(), right.name(), step.text("where").orElse(""))
                .select(new Select(left.sqlName() + " l" + asking.join(), "", outcome, why));
    }
}
