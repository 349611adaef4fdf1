package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** {@code filter: relation, where: condition}: keeps the rows for which the condition is true. */
final class Filter implements Operator {

    @Override
    public String word() {
        return "filter";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "filter", "where"));
        Relation left = context.relation(step, "filter");
        Scope scope = context.scope(StepContext.left(left));
        Optional<YamlScalar> where = step.requireScalar("where");
        Typed condition = where.map(text -> ExpressionChecker.condition(text, scope, context.problems()))
                .orElse(Typed.ERROR);
        return Steps.of(name, this, left, context)
                .lacking(condition.lacks())
                .deciding(condition.uses())
                .words(left.name(), where.map(YamlScalar::text).orElse(""))
                .select(new Select(left.sqlName() + " l", "", condition.sql(), "'condition'"));
    }
}
