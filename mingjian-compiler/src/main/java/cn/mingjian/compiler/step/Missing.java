package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
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
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.contract.Sensitivity;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code missing: relation, in: register, on, each: {year|quarter|month: name, from, to, is}, where, over}: one row for
 * each period from {@code from} to {@code to}, both included, for which the register holds no row.
 *
 * <p>A year is a number, a quarter a text such as {@code 2024Q1}, a month a month; {@code from} and {@code to} of quarters
 * and months are months or days. {@code is} says which period a row of the register speaks of; where it is left out, that
 * is its column of the period's name. {@code over} may name the period. Null keys, periods that cannot be told and more
 * than four hundred years are unknown.
 */
final class Missing implements Operator {

    private static final int MOST_YEARS = 400;

    /** What a period is. */
    private enum Unit {
        YEAR(Type.INTEGER, 1, MOST_YEARS),
        QUARTER(Type.TEXT, 3, 4 * MOST_YEARS),
        MONTH(Type.MONTH, 1, 12 * MOST_YEARS);

        private final Type type;
        private final int months;
        private final int most;

        Unit(Type type, int months, int most) {
            this.type = type;
            this.months = months;
            this.most = most;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The periods of a row, one row each; a null period where they cannot be told. */
        String each(String from, String to) {
            if (this == YEAR) {
                return "unnest(" + list(from, to, to + " - " + from, "generate_series(" + from + ", " + to + ")") + ")";
            }
            String first = "date_trunc('" + word() + "', " + from + ")";
            String last = "date_trunc('" + word() + "', " + to + ")";
            String series = "generate_series(" + first + ", " + last + ", to_months(" + months + "))";
            String distance = "date_diff('" + word() + "', " + first + ", " + last + ")";
            String day = "CAST(unnest(" + list(from, to, distance, series) + ") AS DATE)";
            return this == QUARTER ? "mj_quarter_of_month(" + day + ")" : day;
        }

        private String list(String from, String to, String distance, String series) {
            return "CASE WHEN " + from + " IS NULL OR " + to + " IS NULL OR " + distance + " > " + most
                    + " THEN [NULL] ELSE " + series + " END";
        }
    }

    @Override
    public String word() {
        return "missing";
    }

    @Override
    public Step check(String name, YamlMap step, StepContext context) {
        step.allow(List.of("title", "missing", "in", "as", "on", "each", "where", "over", "until"));
        Relation left = context.relation(step, "missing");
        Relation right = context.relation(step, "in");
        step.requireNode("on");
        YamlMap each = step.requireMap("each").orElseGet(() -> step.mapOrEmpty("each"));
        each.allow(List.of("year", "quarter", "month", "from", "to", "is"));
        Unit unit = unit(step, each, context);
        String period = each.text(unit.word()).orElse("period");
        Scope own = context.scope(StepContext.left(left));
        Typed from = bound(each, "from", unit, own, context);
        Typed to = bound(each, "to", unit, own, context);
        Steps steps = Steps.of(name, this, left, context);
        if (left.field(period).isPresent()) {
            context.problems().error(each.placeOf(unit.word()), "step.field-twice", period);
        }
        Relation periods = withPeriod(left, new Field(period, period(period, unit, List.of(from, to))));
        Visible second = StepContext.right(right, step);
        Scope both = context.scope(StepContext.left(periods), second);
        Matching written = Matching.read(step, periods, right, both, context);
        Typed is = is(each, unit, period, right, second, context);
        String same = "(" + is.sql() + " = " + Sql.field("l", period) + ")";
        Set<FieldRef> uses = new TreeSet<>(written.uses());
        uses.addAll(is.uses());
        Set<Lack> lacks = new TreeSet<>(written.lacks());
        lacks.addAll(is.lacks());
        Matching matching = new Matching(
                written.pairs(),
                written.condition().isEmpty() ? same : "(" + same + " AND " + written.condition() + ")",
                uses,
                lacks);
        Over over = Over.read(step, right, context.scope(StepContext.left(periods)), context);
        uses.addAll(over.uses());
        uses.remove(new FieldRef(left.name(), period));
        return steps.put(period, period(period, unit, List.of(from, to)))
                .needing(right)
                .lacking(matching.lacks())
                .searching(over)
                .lacking(over.lacks())
                .lacking(from.lacks())
                .lacking(to.lacks())
                .deciding(uses)
                .deciding(from.uses())
                .deciding(to.uses())
                .words(
                        left.name(),
                        right.name(),
                        unit.word(),
                        each.text("from").orElse(""),
                        each.text("to").orElse(""))
                .select(select(left, right, matching, over, unit.each(from.sql(), to.sql()), period, context));
    }

    private static Select select(
            Relation left,
            Relation right,
            Matching matching,
            Over over,
            String each,
            String period,
            StepContext context) {
        String unclear = Sql.field("l", period) + " IS NULL";
        String outcome = "CASE WHEN " + matching.keyUnknown() + " OR " + unclear + " THEN NULL WHEN m.hit THEN false"
                + " WHEN m.maybe OR " + over.pending() + " OR " + over.unknown() + " THEN NULL ELSE true END";
        String why = "CASE WHEN " + matching.keyUnknown() + " THEN 'key' WHEN " + unclear
                + " OR m.maybe THEN 'condition' WHEN " + over.pending() + " THEN 'pending' ELSE 'reach' END";
        String from = "(SELECT l.*, " + each + " AS " + Sql.name(period) + " FROM " + left.sqlName() + " l) l"
                + matching.found(right, context);
        return new Select(from, "", outcome, why);
    }

    private static Unit unit(YamlMap step, YamlMap each, StepContext context) {
        List<Unit> named = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            if (each.has(unit.word())) {
                named.add(unit);
            }
        }
        if (named.size() != 1 && step.has("each")) {
            context.problems().error(each.place(), "step.missing-unit");
        }
        return named.isEmpty() ? Unit.YEAR : named.get(0);
    }

    private static Typed bound(YamlMap each, String key, Unit unit, Scope scope, StepContext context) {
        Optional<YamlScalar> text = each.requireScalar(key);
        Typed value = text.map(written -> ExpressionChecker.value(written, scope, context.problems()))
                .orElse(Typed.ERROR);
        Form form = value.type().form();
        boolean fits = unit == Unit.YEAR ? form == Form.INTEGER : form == Form.MONTH || form == Form.DATE;
        if (!fits && !value.type().isOpen()) {
            context.problems()
                    .error(
                            each.placeOf(key),
                            "step.missing-bound",
                            unit.word(),
                            value.type().word());
        }
        return value;
    }

    private static Typed is(
            YamlMap each, Unit unit, String period, Relation right, Visible second, StepContext context) {
        Optional<YamlScalar> written = each.scalar("is");
        boolean unitKnown = each.has(unit.word());
        if (written.isEmpty() && unitKnown && right.field(period).isEmpty() && !right.open()) {
            context.problems()
                    .error(
                            each.placeOf(unit.word()),
                            "step.missing-period",
                            right.name(),
                            period,
                            Nearest.advice(period, right.fields().keySet()));
            return Typed.ERROR;
        }
        YamlScalar text = written.or(() -> each.scalar(unit.word())).orElse(null);
        if (text == null) {
            return Typed.ERROR;
        }
        Typed is = ExpressionChecker.value(text, context.scope(second), context.problems());
        if (is.type().form() != unit.type.form() && !is.type().isOpen()) {
            context.problems()
                    .error(
                            text.place(),
                            "expression.compare",
                            unit.type.word(),
                            is.type().word());
        }
        return is;
    }

    private static Typed period(String period, Unit unit, List<Typed> bounds) {
        Set<FieldRef> uses =
                bounds.stream().flatMap(bound -> bound.uses().stream()).collect(Collectors.toSet());
        return new Typed(Sql.field("l", period), unit.type, Sensitivity.PUBLIC, uses, Set.of(), Optional.empty());
    }

    private static Relation withPeriod(Relation left, Field period) {
        List<Field> fields = new ArrayList<>(left.fields().values());
        fields.add(period);
        return Relation.of(left.name(), fields, left.lacks());
    }
}
