package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import java.util.List;

/**
 * {@code absent: left, in: right, on, where, over}: keeps the rows for which no matching row exists, as far as the other
 * register reaches. A null key is unknown, never absent; days that have not passed are pending.
 */
final class Absent implements Operator {

    @Override
    public String word() {
        return "absent";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "absent", "in", "as", "on", "where", "over", "until"));
        Relation left = context.relation(step, "absent");
        Relation right = context.relation(step, "in");
        step.requireNode("on");
        Matching matching = Matching.read(
                step, left, right, context.scope(StepContext.left(left), StepContext.right(right, step)), context);
        Over over = Over.read(step, right, context.scope(StepContext.left(left)), context);
        Matching.Asking asking = matching.asking(left, right, context);
        String outcome = "CASE WHEN " + matching.keyUnknown() + " THEN NULL WHEN " + asking.hit() + " THEN false WHEN "
                + asking.maybe() + " OR " + over.pending() + " OR " + over.unknown() + " THEN NULL ELSE true END";
        String why = "CASE WHEN " + matching.keyUnknown() + " THEN 'key' WHEN " + asking.maybe()
                + " THEN 'condition' WHEN "
                + over.pending() + " THEN 'pending' ELSE 'reach' END";
        return Steps.of(name, this, left, context)
                .needing(right)
                .lacking(matching.lacks())
                .restingOn(over)
                .deciding(matching.uses())
                .words(
                        left.name(),
                        right.name(),
                        String.join("、", matching.pairs().keySet()),
                        Over.written(step),
                        step.text("where").orElse(""))
                .select(new Select(left.sqlName() + " l" + asking.join(), "", outcome, why));
    }
}
