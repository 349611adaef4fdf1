package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Grouping;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code group: relation, by, add, where}: one row for each combination of {@code by}; where is a condition on groups. */
final class Group implements Operator {

    @Override
    public String word() {
        return "group";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "group", "by", "add", "where"));
        Relation left = context.relation(step, "group");
        Visible visible = StepContext.left(left);
        Steps steps = Steps.empty(name, this, context).needing(left);
        step.requireNode("by");
        Set<String> keys = new HashSet<>();
        for (YamlScalar by : step.scalars("by")) {
            Typed key = ExpressionChecker.value(by, context.scope(visible), context.problems());
            steps.put(new Field(by.text(), key, left.field(by.text()).flatMap(Field::title)))
                    .lacking(key.lacks())
                    .deciding(Set.of(new FieldRef(left.name(), by.text())));
            keys.add(by.text());
        }
        Scope scope = context.scope(visible).grouped(new Grouping(keys, Optional.empty()));
        Optional<Typed> where = context.condition(step, "where", scope);
        where.ifPresent(condition -> steps.lacking(condition.lacks()).deciding(condition.uses()));
        String grouped =
                step.scalars("by").stream().map(by -> Sql.field("l", by.text())).collect(Collectors.joining(", "));
        return steps.adding(step.mapOrEmpty("add"), scope)
                .words(
                        left.name(),
                        String.join("、", step.texts("by")),
                        step.has("add") ? Steps.written(step.mapOrEmpty("add")) : "-",
                        step.text("where").orElse(""))
                .select(new Select(
                        left.sqlName() + " l",
                        grouped.isEmpty() ? "" : grouped + context.caseItem("l"),
                        where.map(Typed::sql).orElse(""),
                        "'condition'"));
    }
}
