package cn.mingjian.compiler.step;

import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import java.util.List;

/** {@code derive: relation, add: {field: value}}: computes fields; a field of the same name is replaced. */
final class Derive implements Operator {

    @Override
    public String word() {
        return "derive";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "derive", "add"));
        Relation left = context.relation(step, "derive");
        YamlMap add = step.requireMap("add").orElseGet(() -> step.mapOrEmpty("add"));
        return Steps.of(name, this, left, context)
                .adding(add, context.scope(StepContext.left(left)))
                .words(left.name(), Steps.written(add))
                .select(Select.all(left.sqlName() + " l"));
    }
}
