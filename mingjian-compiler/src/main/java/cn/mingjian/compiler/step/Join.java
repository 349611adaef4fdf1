package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import java.util.List;

/** {@code join: left, with: right, on, where, take}: one row for each pair that matches. */
final class Join implements Operator {

    @Override
    public String word() {
        return "join";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "join", "with", "as", "on", "where", "take"));
        Relation left = context.relation(step, "join");
        Relation right = context.relation(step, "with");
        Visible second = StepContext.right(right, step);
        Scope scope = context.scope(StepContext.left(left), second);
        step.requireNode("on");
        Matching matching = Matching.read(step, left, right, scope, context);
        String from = left.sqlName() + " l JOIN " + right.sqlName() + " r ON " + matching.keysEqual(context);
        return Steps.of(name, this, left, context)
                .needing(right)
                .taking(step, second)
                .lacking(matching.lacks())
                .deciding(matching.uses())
                .words(
                        left.name(),
                        right.name(),
                        String.join("、", matching.pairs().keySet()),
                        step.text("where").orElse(""))
                .select(new Select(from, "", matching.condition(), "'condition'"));
    }
}
