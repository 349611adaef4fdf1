package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code pick: relation, by, order, first, where, over, ignore}: the first rows of each combination of {@code by}.
 *
 * <p>{@code order} lists values, each with {@code asc} (default) or {@code desc}; {@code first} is how many, a number, a
 * parameter or a column, 1 where it is left out; {@code where} says which rows take part. A pick that begins with the
 * latest day or time concludes that nothing later happened, so it needs {@code over}.
 *
 * <p>Rows that the order does not tell apart at the cut are unknown (reason {@code tie}), unless they agree in every field
 * that a rule or a later step reads; {@code ignore} names fields in which they may differ all the same. Among rows that
 * agree the one with the least fields is taken, so that equal data give equal rows. A row whose place is open, because a
 * value of the order or its {@code where} is unknown, could stand anywhere: every row that it could push over the cut is
 * unknown too.
 */
final class Pick implements Operator {

    @Override
    public String word() {
        return "pick";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "pick", "by", "order", "first", "where", "over", "until", "ignore"));
        Relation left = context.relation(step, "pick");
        Scope scope = context.scope(StepContext.left(left));
        Set<FieldRef> uses = new TreeSet<>();
        Steps steps = Steps.of(name, this, left, context);
        List<String> by = StepFields.named(step, "by", left, context);
        by.forEach(field -> uses.add(new FieldRef(left.name(), field)));
        by.forEach(field ->
                left.field(field).ifPresent(key -> steps.lacking(key.value().lacks())));
        step.requireNode("order");
        List<Ordering> order = orderings(step, scope, context);
        Optional<Typed> where = context.condition(step, "where", scope);
        Typed first = first(step, scope, context);
        Over over = isLatest(order) ? Over.read(step, left, scope, context) : Over.ifGiven(step, left, scope, context);
        List<Typed> parts = new ArrayList<>(order.stream().map(Ordering::value).toList());
        where.ifPresent(parts::add);
        parts.add(first);
        parts.forEach(part -> steps.lacking(part.lacks()).deciding(part.uses()));
        PickWriter writer = new PickWriter(
                left,
                by,
                order,
                where.map(Typed::sql).orElse("true"),
                first.sql(),
                read(name, step, left, context),
                over);
        return steps.restingOn(over)
                .deciding(uses)
                .words(
                        left.name(),
                        String.join("、", by),
                        String.join("、", step.texts("order")),
                        step.text("first").orElse("1"))
                .select(new Select(writer.from(context), "", writer.outcome(), writer.why()));
    }

    /** One value of an order. */
    record Ordering(Typed value, boolean descending) {

        String sql() {
            return value.sql() + (descending ? " DESC" : " ASC");
        }
    }

    private static List<Ordering> orderings(YamlMap step, Scope scope, StepContext context) {
        List<Ordering> order = new ArrayList<>();
        for (YamlScalar text : step.scalars("order")) {
            boolean descending = text.text().matches("(?s).*\\sdesc\\s*");
            String value = text.text().replaceFirst("\\s(asc|desc)\\s*$", "");
            order.add(new Ordering(
                    ExpressionChecker.value(
                            new YamlScalar(value, text.plain(), text.place(), text.places()),
                            scope,
                            context.problems()),
                    descending));
        }
        return order;
    }

    private static boolean isLatest(List<Ordering> order) {
        return !order.isEmpty()
                && order.get(0).descending()
                && Set.of(Form.DATE, Form.TIME, Form.MONTH)
                        .contains(order.get(0).value().type().form());
    }

    private static Typed first(YamlMap step, Scope scope, StepContext context) {
        Optional<YamlScalar> text = step.scalar("first");
        if (text.isEmpty()) {
            return Typed.constant("1", cn.mingjian.compiler.relation.Type.INTEGER);
        }
        Typed first = ExpressionChecker.value(text.get(), scope, context.problems());
        boolean fits = first.type().form() == Form.INTEGER && !text.get().text().matches("0+")
                || first.type().isOpen();
        if (!fits) {
            context.problems()
                    .error(text.get().place(), "step.pick-first", text.get().text());
        }
        return first;
    }

    /** The fields in which tied rows must agree. */
    private static List<String> read(String name, YamlMap step, Relation left, StepContext context) {
        Set<String> read = new LinkedHashSet<>();
        left.fields().values().stream()
                .filter(field -> field.value().available() && context.usage().reads(name, field.name()))
                .forEach(field -> read.add(field.name()));
        StepFields.named(step, "ignore", left, context).forEach(read::remove);
        return List.copyOf(read);
    }
}
