package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code enrich: left, with: right, on, where, take}: adds fields of the matching row; null when there is none, when the
 * register is missing, or when several rows match and disagree.
 */
final class Enrich implements Operator {

    @Override
    public String word() {
        return "enrich";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "enrich", "with", "as", "on", "where", "take"));
        Relation left = context.relation(step, "enrich");
        Relation right = context.relation(step, "with");
        Visible second = StepContext.right(right, step);
        Scope scope = context.scope(StepContext.left(left), second);
        step.requireNode("on");
        Matching matching = Matching.read(step, left, right, scope, context);
        Steps steps = Steps.of(name, this, left, context).taking(step, second);
        boolean missing = !right.available() || !matching.lacks().isEmpty();
        List<String> agreed = new ArrayList<>();
        for (Map.Entry<String, Typed> taken : steps.taken().entrySet()) {
            Typed value = taken.getValue();
            if (missing || !value.available()) {
                steps.put(taken.getKey(), Typed.constant(Sql.cast("NULL", value.type()), value.type()));
            } else {
                agreed.add(agreed(value.sql()) + " AS " + Sql.name(taken.getKey()));
                steps.put(
                        taken.getKey(),
                        steps.influenced(value, matching.uses()).withSql(Sql.field("m", taken.getKey()), value.type()));
            }
        }
        String from = left.sqlName() + " l" + (agreed.isEmpty() ? "" : join(left, right, matching, agreed, context));
        return steps.reading(right)
                .words(left.name(), right.name(), String.join("、", steps.taken().keySet()))
                .select(Select.all(from));
    }

    private static String join(
            Relation left, Relation right, Matching matching, List<String> agreed, StepContext context) {
        String values = String.join(", ", agreed);
        return matching.condition().isEmpty() && matching.mayBeGathered(left, right, context)
                ? matching.gathered(right, ", " + values)
                : " LEFT JOIN LATERAL (SELECT " + values + " FROM " + right.sqlName() + " r WHERE "
                        + matching.matches(context) + ") m ON true";
    }

    private static String agreed(String value) {
        return "CASE WHEN count(*) = count(" + value + ") AND min(" + value + ") = max(" + value + ") THEN min(" + value
                + ") END";
    }
}
