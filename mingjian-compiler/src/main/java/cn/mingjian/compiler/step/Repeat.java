package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Grouping;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens often: {@code repeat: relation, by, at, within, times, add}.
 *
 * <pre>
 * often:
 *   repeat: stay                       # rows that are occurrences
 *   by: [guest_id]                     # of one key
 *   at: in_time                        # their day or time
 *   within: {days: 30}                 # or hours, or months; a number or an integer parameter
 *   times: 3                           # at least so many; a number from 2 or an integer parameter
 *   add: {stays: count(*), hotels: count(distinct hotel_id), since: min(in_time)}
 * </pre>
 *
 * <p>Keeps each row that completes a window: together with the rows of its key that lie at most {@code within} before it,
 * rows of the same moment among them, there are {@code times} or more. {@code add} computes over the rows of that window.
 * From the first to the last of a window of 30 days lie at most 30 days; months count by calendar. A null key is unknown
 * (reason {@code key}). A row without its day could lie in any window of its key: it is unknown itself (reason {@code
 * condition}), so is a row whose window it could complete, and {@code add} is unknown beside it.
 */
final class Repeat implements Operator {

    private static final String WINDOW = "span";

    @Override
    public String word() {
        return "repeat";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "repeat", "by", "at", "within", "times", "add"));
        Relation left = context.relation(step, "repeat");
        Scope scope = context.scope(StepContext.left(left));
        Steps steps = Steps.of(name, this, left, context);
        step.requireNode("by");
        List<String> by = StepFields.named(step, "by", left, context);
        for (String field : by) {
            steps.deciding(Set.of(new FieldRef(left.name(), field)));
            left.field(field).ifPresent(key -> steps.lacking(key.value().lacks()));
        }
        Typed at = step.requireScalar("at")
                .map(text -> ExpressionChecker.value(text, scope, context.problems()))
                .orElse(Typed.ERROR);
        Form form = at.type().form();
        if (form != Form.DATE && form != Form.TIME && !at.type().isOpen()) {
            context.problems()
                    .error(step.placeOf("at"), "step.over-not-a-day", at.type().word());
        }
        Optional<YamlScalar> written = step.requireScalar("times");
        Typed times = StepFields.number(step, "times", context);
        if (written.filter(text -> text.text().matches("0*[01]")).isPresent()) {
            context.problems().error(step.placeOf("times"), "step.repeat-times", times.sql());
        }
        String span = span(step, form, context);
        steps.lacking(at.lacks()).deciding(at.uses());
        List<String> windows = new ArrayList<>();
        Scope inside = scope.grouped(new Grouping(new HashSet<>(by), Optional.empty(), Optional.of(WINDOW)));
        for (Map.Entry<String, YamlScalar> added :
                step.mapOrEmpty("add").scalarMap().entrySet()) {
            Typed value = ExpressionChecker.value(added.getValue(), inside, context.problems());
            if (value.available()) {
                String hidden = "_add" + windows.size();
                windows.add(value.sql() + " AS " + hidden);
                steps.put(
                        added.getKey(),
                        value.withSql("CASE WHEN l._undated = 0 THEN l." + hidden + " END", value.type()));
            } else {
                steps.put(added.getKey(), value);
            }
        }
        return steps.words(
                        left.name(),
                        String.join("、", by),
                        within(step),
                        step.text("times").orElse(""),
                        step.text("at").orElse(""))
                .select(select(left, by, at.sql(), times.sql(), span, windows, context));
    }

    private static Select select(
            Relation left,
            List<String> by,
            String at,
            String times,
            String span,
            List<String> windows,
            StepContext context) {
        List<String> keys =
                new ArrayList<>(by.stream().map(field -> Sql.field("l", field)).toList());
        if (context.cased()) {
            keys.add("l." + StepContext.CASE);
        }
        String partition = keys.isEmpty() ? "" : "PARTITION BY " + String.join(", ", keys);
        String added = windows.isEmpty() ? "" : ", " + String.join(", ", windows);
        String rows = "(SELECT l.*, " + at + " AS _at, count(*) OVER " + WINDOW + " AS _times, count(*) FILTER (WHERE "
                + at + " IS NULL) OVER key AS _undated, count(*) OVER key AS _all" + added + " FROM " + left.sqlName()
                + " l WINDOW key AS (" + partition + "), " + WINDOW + " AS (" + partition + " ORDER BY " + at
                + " RANGE BETWEEN " + span + " PRECEDING AND CURRENT ROW)) l";
        String nokey = StepFields.anyNull(by);
        String outcome = "CASE WHEN " + nokey + " THEN NULL WHEN l._all < " + times
                + " THEN false WHEN l._at IS NULL THEN NULL WHEN l._times >= " + times
                + " THEN true WHEN l._times + l._undated >= " + times + " THEN NULL ELSE false END";
        return new Select(rows, "", outcome, "CASE WHEN " + nokey + " THEN 'key' ELSE 'condition' END");
    }

    private static String within(YamlMap step) {
        YamlMap within = step.mapOrEmpty("within");
        return within.keys().stream()
                .findFirst()
                .map(unit -> within.text(unit).orElse("") + " " + unit)
                .orElse("");
    }

    /** The length of a window as an interval. */
    private static String span(YamlMap step, Form form, StepContext context) {
        YamlMap within = step.requireMap("within").orElseGet(() -> step.mapOrEmpty("within"));
        within.allow(List.of("hours", "days", "months"));
        Set<String> units = new TreeSet<>(within.keys());
        units.retainAll(Set.of("hours", "days", "months"));
        if (units.size() != 1 && step.has("within")) {
            context.problems().error(within.place(), "step.repeat-within");
        }
        String unit = units.isEmpty() ? "days" : units.iterator().next();
        if (unit.equals("hours") && form == Form.DATE) {
            context.problems().error(within.placeOf("hours"), "step.repeat-hours");
        }
        String number = StepFields.number(within, unit, context).sql();
        return unit.equals("hours") ? "to_hours(" + number + ")" : "to_" + unit + "(CAST(" + number + " AS INTEGER))";
    }
}
