package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Select;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.table.ReferenceTable;
import cn.mingjian.model.table.TableColumn;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code lookup: relation, in: table, on, at, between, for, where, take}: the fields of exactly one row of a reference
 * table.
 *
 * <p>{@code on} pairs fields with columns of the table; {@code at} is the day on which the row must hold; {@code between:
 * {value: [from, to]}} wants {@code from <= value < to}, an empty bound being none; {@code for} is a division code, for
 * which the most specific row is taken: county, city, province, nation, each through the history of the codes; {@code
 * where} compares with the table's columns. A row for which none, or two, are found is unknown (reason {@code lookup}), as
 * is one whose key, day, value or place is null (reason {@code key}).
 */
public final class Lookup implements Operator {

    /** Engine name of the function that says how many steps a region lies above a place on a day. */
    static final String RANK = "mj_region_rank_text_text_date";

    private static final String FOUND = "_found";

    @Override
    public String word() {
        return "lookup";
    }

    /** The relation, and the table of the session, that holds the rows of a reference table. */
    public static String relationName(ReferenceTable table) {
        return "table." + table.id();
    }

    /** The type of a table's column. */
    public static Type type(TableColumn column) {
        Type plain = Type.of(column.type());
        return new Type(
                plain.form(),
                plain.precision(),
                plain.form() == Form.DECIMAL ? column.scale() : 0,
                plain.meaning(),
                column.codes());
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "lookup", "in", "as", "on", "at", "between", "for", "where", "take"));
        Relation left = context.relation(step, "lookup");
        Optional<ReferenceTable> table = step.requireScalar("in").flatMap(context.tables()::find);
        Relation right = table.map(Lookup::relation).orElseGet(() -> Relation.unknown(""));
        Visible second = new Visible(step.text("as").or(() -> step.text("in")).orElse(""), "r", right);
        Scope own = context.scope(StepContext.left(left));
        Matching matching = Matching.read(step, left, right, context.scope(StepContext.left(left), second), context);
        Steps steps =
                Steps.of(name, this, left, context).lacking(matching.lacks()).deciding(matching.uses());
        Conditions conditions = new Conditions(steps, own, context);
        table.ifPresent(found -> {
            day(step, found, conditions);
            place(step, found, conditions);
            if (found.rows().isEmpty()) {
                context.problems().error(step.placeOf("in"), "step.lookup-empty", found.id());
            }
        });
        bands(step, right, conditions);
        step.requireMap("take");
        steps.taking(step, second);
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, Typed> taken : steps.taken().entrySet()) {
            Typed value = taken.getValue();
            values.add(Sql.name(taken.getKey()) + " := " + value.sql());
            steps.put(
                    taken.getKey(),
                    steps.influenced(value, matching.uses())
                            .withSql("m." + FOUND + "." + Sql.name(taken.getKey()), value.type()));
        }
        values.add("_pos := r._pos");
        String nothing = matching.pairs().isEmpty() ? "false" : matching.keyUnknown();
        String unknown = conditions.nulls.isEmpty() ? nothing : "(" + nothing + " OR " + conditions.unknown() + ")";
        return steps.words(
                        left.name(),
                        step.text("in").orElse(""),
                        String.join("、", matching.pairs().keySet()),
                        String.join("、", steps.taken().keySet()))
                .reading(right)
                .select(new Select(
                        left.sqlName() + " l" + lateral(right, matching, conditions, values),
                        "",
                        "CASE WHEN " + unknown + " THEN NULL WHEN m._maybe = 0 AND (len(m._ranks) = 1 OR m._ranks[1] <"
                                + " m._ranks[2]) THEN true END",
                        "CASE WHEN " + unknown + " THEN 'key' ELSE 'lookup' END"));
    }

    /** What a row of the table must satisfy besides equal keys, and what makes it unknown. */
    private static final class Conditions {

        private final Steps steps;
        private final Scope scope;
        private final StepContext context;
        private final List<String> rows = new ArrayList<>();
        private final List<String> nulls = new ArrayList<>();
        private String rank = "CAST(0 AS BIGINT)";
        private String day;

        Conditions(Steps steps, Scope scope, StepContext context) {
            this.steps = steps;
            this.scope = scope;
            this.context = context;
            this.day = context.surroundings().asOf().sql();
        }

        /** A value of the main relation. */
        Typed value(YamlScalar text) {
            Typed value = ExpressionChecker.value(text, scope, context.problems());
            steps.lacking(value.lacks()).deciding(value.uses());
            nulls.add(value.sql() + " IS NULL");
            return value;
        }

        String unknown() {
            return String.join(" OR ", nulls);
        }
    }

    private static void day(YamlMap step, ReferenceTable table, Conditions conditions) {
        Optional<YamlScalar> at = step.scalar("at");
        if (at.isPresent() != table.validity().isPresent()) {
            conditions
                    .context
                    .problems()
                    .error(
                            at.isPresent() ? step.placeOf("at") : step.place(),
                            at.isPresent() ? "step.lookup-not-dated" : "step.lookup-at",
                            table.id());
        }
        at.ifPresent(text -> {
            Typed day = conditions.value(text);
            Form form = day.type().form();
            if (form != Form.DATE && form != Form.TIME && !day.type().isOpen()) {
                conditions
                        .context
                        .problems()
                        .error(text.place(), "step.over-not-a-day", day.type().word());
            }
            conditions.day = form == Form.TIME ? "CAST(" + day.sql() + " AS DATE)" : day.sql();
        });
        table.validity().ifPresent(bounds -> {
            String from = Sql.field("r", bounds.from());
            String to = Sql.field("r", bounds.to());
            conditions.rows.add("(" + from + " IS NULL OR " + from + " <= " + conditions.day + ")");
            conditions.rows.add("(" + to + " IS NULL OR " + conditions.day + " <= " + to + ")");
        });
    }

    private static void place(YamlMap step, ReferenceTable table, Conditions conditions) {
        Optional<YamlScalar> place = step.scalar("for");
        if (place.isPresent() != table.region().isPresent()) {
            conditions
                    .context
                    .problems()
                    .error(
                            place.isPresent() ? step.placeOf("for") : step.place(),
                            place.isPresent() ? "step.lookup-no-region" : "step.lookup-for",
                            table.id());
            return;
        }
        place.ifPresent(text -> {
            Typed code = conditions.value(text);
            if (code.type().form() != Form.TEXT && !code.type().isOpen()) {
                conditions
                        .context
                        .problems()
                        .error(text.place(), "step.lookup-place", code.type().word());
            }
            String column = Sql.field("r", table.region().orElseThrow().column());
            conditions.rank = RANK + "(" + column + ", " + code.sql() + ", " + conditions.day + ")";
        });
    }

    private static void bands(YamlMap step, Relation right, Conditions conditions) {
        YamlMap between = step.mapOrEmpty("between");
        for (String left : between.keys()) {
            List<YamlScalar> bounds = between.scalars(left);
            List<Field> columns = bounds.stream()
                    .flatMap(bound -> StepFields.find(bound, right, conditions.context).stream())
                    .toList();
            if (bounds.size() != 2) {
                conditions.context.problems().error(between.placeOf(left), "step.lookup-band", left);
            }
            YamlScalar place = bounds.isEmpty()
                    ? null
                    : new YamlScalar(
                            left, true, between.placeOf(left), bounds.get(0).places());
            if (place == null || columns.size() != 2) {
                continue;
            }
            Typed value = conditions.value(place);
            for (Field column : columns) {
                boolean alike = value.type().isOpen()
                        || value.type().isNumber() && column.type().isNumber()
                        || value.type().form() == column.type().form();
                if (!alike) {
                    conditions
                            .context
                            .problems()
                            .error(
                                    place.place(),
                                    "expression.compare",
                                    value.type().word(),
                                    column.type().word());
                }
            }
            String from = Sql.field("r", columns.get(0).name());
            String to = Sql.field("r", columns.get(1).name());
            conditions.rows.add("(" + from + " IS NULL OR " + from + " <= " + value.sql() + ")");
            conditions.rows.add("(" + to + " IS NULL OR " + value.sql() + " < " + to + ")");
        }
    }

    private static String lateral(Relation right, Matching matching, Conditions conditions, List<String> values) {
        List<String> where = new ArrayList<>(conditions.rows);
        matching.pairs().forEach((left, column) -> where.add(Sql.field("l", left) + " = " + Sql.field("r", column)));
        String hit = matching.condition().isEmpty() ? "true" : matching.condition();
        String rows = "SELECT r.*, " + hit + " AS _hit, " + conditions.rank + " AS _rank FROM " + right.sqlName() + " r"
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where));
        String among = " FILTER (WHERE r._hit AND r._rank IS NOT NULL)";
        return " LEFT JOIN LATERAL (SELECT min(r._rank, 2)" + among + " AS _ranks, arg_min(struct_pack("
                + values.stream().collect(Collectors.joining(", ")) + "), r._rank)" + among + " AS " + FOUND
                + ", count(*) FILTER (WHERE r._hit IS NULL AND r._rank IS NOT NULL) AS _maybe FROM (" + rows
                + ") r) m ON true";
    }

    private static Relation relation(ReferenceTable table) {
        List<Field> fields = new ArrayList<>();
        for (TableColumn column : table.columns().values()) {
            fields.add(new Field(
                    column.name(),
                    new Typed(
                            Sql.field("r", column.name()),
                            type(column),
                            Sensitivity.PUBLIC,
                            Set.of(),
                            Set.of(),
                            Optional.empty()),
                    Optional.of(column.title())));
        }
        return Relation.of(relationName(table), fields, Set.of());
    }
}
