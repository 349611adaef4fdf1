package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Grouping;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code tally: left, of: right, on, where, over, add}: adds aggregates of the matching rows. Without a matching row a
 * count is zero; the fields are unknown when a key is null, when a match cannot be decided, when the register is missing,
 * or when it does not reach. Whether it needs {@code over} depends on what reads it, so the review of the whole model asks;
 * within a derived contract, whose readers are not known, it always does.
 */
final class Tally implements Operator {

    @Override
    public String word() {
        return "tally";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "tally", "of", "as", "on", "where", "over", "until", "add"));
        Relation left = context.relation(step, "tally");
        Relation right = context.relation(step, "of");
        Visible first = StepContext.left(left);
        Visible second = StepContext.right(right, step);
        step.requireNode("on");
        Matching matching = Matching.read(step, left, right, context.scope(first, second), context);
        boolean inContract = name.contains("/");
        Over over = inContract
                ? Over.read(step, right, context.scope(first), context)
                : Over.ifGiven(step, right, context.scope(first), context);
        Scope inside = context.scope(second)
                .grouped(new Grouping(
                        Set.of(), Optional.of(matching.condition()).filter(condition -> !condition.isEmpty())));
        Steps steps = Steps.of(name, this, left, context);
        boolean missing = !right.available()
                || !matching.lacks().isEmpty()
                || !over.lacks().isEmpty();
        String known =
                "NOT (" + matching.keyUnknown() + " OR m._maybe OR " + over.pending() + " OR " + over.unknown() + ")";
        List<String> aggregates = new ArrayList<>();
        for (Map.Entry<String, YamlScalar> added :
                step.mapOrEmpty("add").scalarMap().entrySet()) {
            Typed value = ExpressionChecker.value(added.getValue(), inside, context.problems());
            steps.refuseForm(added.getKey(), step.mapOrEmpty("add"));
            if (missing || !value.available()) {
                steps.put(added.getKey(), Typed.constant(Sql.cast("NULL", value.type()), value.type()));
            } else {
                aggregates.add(value.sql() + " AS " + Sql.name(added.getKey()));
                Type type = value.type();
                steps.put(
                        added.getKey(),
                        steps.influenced(steps.influenced(value, matching.uses()), over.uses())
                                .withSql(
                                        "CASE WHEN " + known + " THEN " + Sql.field("m", added.getKey()) + " END",
                                        type));
            }
        }
        String from =
                left.sqlName() + " l" + (aggregates.isEmpty() ? "" : lateral(right, matching, aggregates, context));
        return steps.reading(right)
                .searching(over)
                .words(left.name(), right.name(), Steps.written(step.mapOrEmpty("add")))
                .select(Select.all(from));
    }

    /** One pass over the rows with equal keys: aggregates of those that match, and whether one may. */
    private static String lateral(Relation right, Matching matching, List<String> aggregates, StepContext context) {
        String maybe = matching.condition().isEmpty()
                ? "false"
                : "count(*) FILTER (WHERE (" + matching.condition() + ") IS NULL) > 0";
        return " LEFT JOIN LATERAL (SELECT " + String.join(", ", aggregates) + ", " + maybe + " AS _maybe FROM "
                + right.sqlName() + " r WHERE " + matching.keysEqual(context) + ") m ON true";
    }
}
