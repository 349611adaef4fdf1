package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the rows of two relations differ, an indictment from a judgment for example.
 *
 * <pre>
 * departed:
 *   compare: indicted
 *   with: judged
 *   on: [case_no, id_no]                    # rows of one key are compared; it must be unique on both sides
 *   columns: [charge, {months: term}]       # what must be equal; {left: right} where names differ
 *   only_left: {over: {to: ":as_of"}}       # rows that `judged` lacks too, as far as it reaches
 *   only_right: {until: "judged.decided"}   # rows that `indicted` lacks too
 *   take: {court: court}
 * </pre>
 *
 * <p>Gives a row for each difference: {@code difference} ({@code differs}, {@code only-left}, {@code only-right}), {@code
 * differing} (the column's name on the left), {@code left_value} and {@code right_value} as text, the key, the fields of
 * the left row and what {@code take} names of the right one; what a side lacks is null. Two empty values are alike; one
 * empty value is unknown (reason {@code condition}), for silence must be said to be a finding ({@code coalesce}). A null
 * key is unknown, and so is a key that stands twice on a side (reason {@code tie}).
 */
final class Compare implements Operator {

    private static final List<String> ADDED = List.of("difference", "differing", "left_value", "right_value");
    private static final String TWICE = "(coalesce(l._rows, 0) > 1 OR coalesce(r._rows, 0) > 1)";
    private static final String BOTH = "(l._one AND r._one IS NOT NULL)";

    @Override
    public String word() {
        return "compare";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "compare", "with", "as", "on", "columns", "only_left", "only_right", "take"));
        Relation left = context.relation(step, "compare");
        Relation right = context.relation(step, "with");
        Visible second = StepContext.right(right, step);
        step.requireNode("on");
        Matching keys = Matching.read(step, left, right, context.scope(), context);
        Map<String, String> columns = columns(step, left, right, context);
        boolean onlyLeft = step.has("only_left");
        boolean onlyRight = step.has("only_right");
        if (columns.isEmpty() && !onlyLeft && !onlyRight && !step.has("columns")) {
            context.problems().error(step.place(), "step.compare-what");
        }
        Over onRight = over(step, "only_left", right, context.scope(StepContext.left(left)), context);
        Over onLeft = over(step, "only_right", left, context.scope(second), context);
        Steps steps = Steps.of(name, this, left, context).needing(right);
        ADDED.stream().filter(field -> left.field(field).isPresent()).forEach(field -> context.problems()
                .error(step.place(), "step.field-twice", field));
        steps.taking(step, second);
        Set<FieldRef> uses = new TreeSet<>(keys.uses());
        columns.forEach((own, other) -> {
            uses.add(new FieldRef(left.name(), own));
            uses.add(new FieldRef(right.name(), other));
            steps.lacking(StepFields.value(left, own).lacks());
            steps.lacking(StepFields.value(right, other).lacks());
        });
        keys.pairs().forEach((own, other) -> key(steps, left, own, new FieldRef(right.name(), other)));
        differences(steps, columns, uses, left, right);
        return steps.lacking(keys.lacks())
                .restingOn(onRight)
                .lacking(onLeft.lacks())
                .deciding(uses)
                .deciding(onLeft.uses())
                .words(
                        left.name(),
                        right.name(),
                        String.join("、", keys.pairs().keySet()),
                        String.join("、", columns.keySet()))
                .select(new Select(
                        from(left, right, keys, columns.size(), onlyRight, context),
                        "",
                        outcome(keys, columns, onlyLeft ? sure(onRight) : "false", onlyRight ? sure(onLeft) : "false"),
                        why(keys, onRight, onLeft)));
    }

    private static Over over(YamlMap step, String key, Relation register, Scope scope, StepContext context) {
        Optional<YamlMap> asked = step.map(key);
        asked.ifPresent(days -> days.allow(List.of("over", "until")));
        return asked.isPresent()
                ? Over.read(asked.get(), register, scope, context)
                : Over.ifGiven(YamlMap.empty(step.place(), step.problems()), register, scope, context);
    }

    /** Left column to right column. */
    private static Map<String, String> columns(YamlMap step, Relation left, Relation right, StepContext context) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (YamlNode item : step.list("columns").map(YamlList::items).orElse(List.of())) {
            Map<YamlScalar, YamlScalar> pairs = new LinkedHashMap<>();
            if (item instanceof YamlScalar same) {
                pairs.put(same, same);
            } else if (item instanceof YamlMap named) {
                named.scalarMap()
                        .forEach((own, other) ->
                                pairs.put(new YamlScalar(own, true, named.placeOf(own), other.places()), other));
            }
            pairs.forEach((own, other) -> column(own, other, left, right, columns, context));
        }
        return columns;
    }

    private static void column(
            YamlScalar own,
            YamlScalar other,
            Relation left,
            Relation right,
            Map<String, String> columns,
            StepContext context) {
        Optional<Field> first = StepFields.find(own, left, context);
        Optional<Field> second = first.flatMap(any -> StepFields.find(other, right, context));
        if (first.isPresent() && second.isPresent()) {
            Type one = first.get().type();
            Type two = second.get().type();
            boolean alike = one.form() == two.form() || one.isNumber() && two.isNumber();
            if (!alike && !one.isOpen() && !two.isOpen()) {
                context.problems().error(own.place(), "expression.compare", one.word(), two.word());
            }
            columns.put(own.text(), other.text());
        }
    }

    /** A key comes from whichever side has the row. */
    private static void key(Steps steps, Relation left, String own, FieldRef other) {
        Field field = left.fields().get(own);
        if (field != null) {
            Set<FieldRef> uses = new TreeSet<>(List.of(new FieldRef(left.name(), own), other));
            steps.put(new Field(
                    own,
                    new Typed(
                            Sql.field("l", own),
                            field.type(),
                            field.value().sensitivity(),
                            uses,
                            field.value().lacks(),
                            Optional.empty()),
                    field.title()));
        }
    }

    private static void differences(
            Steps steps, Map<String, String> columns, Set<FieldRef> uses, Relation left, Relation right) {
        List<String> names = columns.keySet().stream().map(Sql::text).toList();
        steps.put(
                ADDED.get(0),
                added(
                        "CASE WHEN r._one IS NULL THEN 'only-left' WHEN NOT l._one THEN 'only-right' ELSE 'differs' END",
                        Sensitivity.PUBLIC,
                        uses));
        steps.put(ADDED.get(1), added(choice(names), Sensitivity.PUBLIC, uses));
        steps.put(ADDED.get(2), value("l", left, columns.keySet(), uses));
        steps.put(ADDED.get(3), value("r", right, columns.values(), uses));
    }

    private static Typed added(String sql, Sensitivity sensitivity, Set<FieldRef> uses) {
        return new Typed(sql, Type.TEXT, sensitivity, uses, Set.of(), Optional.empty());
    }

    private static Typed value(String alias, Relation relation, Collection<String> columns, Set<FieldRef> uses) {
        Sensitivity sensitivity = Sensitivity.PUBLIC;
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            Field field = relation.fields().get(column);
            if (field != null) {
                sensitivity = sensitivity.with(field.value().sensitivity());
                String sql = Sql.field(alias, column);
                boolean list = field.type().form() == Form.TEXT_LIST;
                values.add(list ? "array_to_string(" + sql + ", '、')" : "CAST(" + sql + " AS VARCHAR)");
            }
        }
        return added(choice(values), sensitivity, uses);
    }

    /** One of these for the column that a row is about; null where it stands on one side only. */
    private static String choice(List<String> values) {
        StringBuilder sql = new StringBuilder("CASE WHEN " + BOTH + " THEN CASE d._column");
        for (int i = 0; i < values.size(); i++) {
            sql.append(" WHEN ").append(i).append(" THEN ").append(values.get(i));
        }
        return values.isEmpty()
                ? "CAST(NULL AS VARCHAR)"
                : sql.append(" END END").toString();
    }

    /** Pairs of equal keys once for each column, and once whatever stands on one side only. */
    private static String from(
            Relation left, Relation right, Matching keys, int columns, boolean onlyRight, StepContext context) {
        List<String> own = List.copyOf(keys.pairs().keySet());
        List<String> other = List.copyOf(keys.pairs().values());
        String rows = "SELECT l.*, true AS _one, count(*) OVER (PARTITION BY " + StepFields.list("l", own)
                + context.caseItem("l") + ") AS _rows FROM " + left.sqlName() + " l";
        if (onlyRight) {
            String selected = keys.pairs().entrySet().stream()
                            .map(pair -> Sql.cast(
                                            Sql.field("r", pair.getValue()),
                                            StepFields.value(left, pair.getKey())
                                                    .type())
                                    + " AS " + Sql.name(pair.getKey()))
                            .collect(Collectors.joining(", "))
                    + context.caseItem("r") + ", false AS _one, 0 AS _rows FROM " + right.sqlName() + " r WHERE ";
            String nokey = StepFields.anyNull("r", other);
            rows += " UNION ALL BY NAME SELECT DISTINCT " + selected + "NOT " + nokey
                    + " AND NOT EXISTS (SELECT 1 FROM "
                    + left.sqlName() + " l WHERE " + keys.keysEqual(context) + ") UNION ALL BY NAME SELECT " + selected
                    + nokey;
        }
        String numbers = IntStream.range(0, Math.max(1, columns))
                .mapToObj(i -> "(" + i + ")")
                .collect(Collectors.joining(", "));
        return "(" + rows + ") l LEFT JOIN (SELECT r.*, true AS _one, count(*) OVER (PARTITION BY "
                + StepFields.list("r", other) + context.caseItem("r") + ") AS _rows FROM " + right.sqlName()
                + " r) r ON " + keys.keysEqual(context) + " JOIN (VALUES " + numbers + ") d(_column) ON (d._column = 0"
                + " OR " + BOTH + ")";
    }

    private static String outcome(Matching keys, Map<String, String> columns, String onlyLeft, String onlyRight) {
        StringBuilder differs = new StringBuilder("CASE d._column");
        int number = 0;
        for (Map.Entry<String, String> pair : columns.entrySet()) {
            String own = Sql.field("l", pair.getKey());
            String other = Sql.field("r", pair.getValue());
            differs.append(" WHEN ").append(number++).append(" THEN CASE WHEN ").append(own);
            differs.append(" IS NULL AND ").append(other).append(" IS NULL THEN false ELSE ");
            differs.append(own).append(" <> ").append(other).append(" END");
        }
        return "CASE WHEN " + keys.keyUnknown() + " OR " + TWICE + " THEN NULL WHEN " + BOTH + " THEN "
                + (columns.isEmpty() ? "false" : differs + " END") + " WHEN l._one THEN " + onlyLeft + " ELSE "
                + onlyRight + " END";
    }

    private static String sure(Over over) {
        return "CASE WHEN NOT (" + over.pending() + " OR " + over.unknown() + ") THEN true END";
    }

    private static String why(Matching keys, Over onRight, Over onLeft) {
        return "CASE WHEN " + keys.keyUnknown() + " THEN 'key' WHEN " + TWICE + " THEN 'tie' WHEN " + BOTH
                + " THEN 'condition' WHEN l._one AND " + onRight.pending() + " OR NOT l._one AND " + onLeft.pending()
                + " THEN 'pending' ELSE 'reach' END";
    }
}
