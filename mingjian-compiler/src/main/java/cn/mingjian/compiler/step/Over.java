package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step.Search;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days and the place for which another register must be known before its silence says anything. A last day after
 * {@code :as_of} is pending; days that leave what is known, and a place of which the register does not speak, are unknown.
 *
 * @param pending SQL: the last day lies after as-of, so that the fact can still come
 * @param unknown SQL: days or place cannot be told or leave what is known
 * @param search what is searched over which days, where days are named
 */
public record Over(String pending, String unknown, Optional<Search> search, Set<FieldRef> uses, Set<Lack> lacks) {

    /** Reads {@code over: {from, to, for}} or {@code until: x}; a dated register without either is refused. */
    public static Over read(YamlMap map, Relation register, Scope left, StepContext context) {
        if (!given(map) && context.reaches().isDated(register.name())) {
            context.problems().error(map.place(), "step.over-missing", register.name());
        }
        return ifGiven(map, register, left, context);
    }

    /** Reads {@code over} where its absence is allowed. */
    public static Over ifGiven(YamlMap map, Relation register, Scope left, StepContext context) {
        Optional<YamlMap> over = map.map("over");
        over.ifPresent(days -> days.allow(List.of("from", "to", "for")));
        Optional<YamlScalar> to = over.flatMap(days -> days.scalar("to")).or(() -> map.scalar("until"));
        boolean needsDays =
                over.isEmpty() || !over.get().has("for") || context.reaches().isDated(register.name());
        if (to.isEmpty() && needsDays) {
            over.ifPresent(days -> context.problems().error(days.place(), "yaml.missing-key", "to"));
        }
        Set<FieldRef> uses = new TreeSet<>();
        Set<Lack> lacks = new TreeSet<>();
        Optional<Typed> last = to.map(text -> day(text, left, uses, lacks, context));
        Optional<Typed> first =
                over.flatMap(days -> days.scalar("from")).map(text -> day(text, left, uses, lacks, context));
        List<List<Coverage>> versions = context.reaches().versionsUnder(register.name());
        List<String> places = List.of();
        if (versions.stream().flatMap(List::stream).anyMatch(version -> !version.regions()
                .isEmpty())) {
            places = places(over.flatMap(days -> days.scalar("for")), left, uses, lacks, context);
        } else {
            over.flatMap(days -> days.scalar("for")).ifPresent(text -> place(text, left, context));
        }
        String asOf = context.surroundings().asOf().sql();
        Asked asked = new Asked(first.map(Typed::sql), last.map(Typed::sql), places, asOf);
        return new Over(
                last.map(day -> "coalesce(" + day.sql() + " > " + asOf + ", false)")
                        .orElse("false"),
                asked.leaves(versions),
                last.map(day -> new Search(register.name(), first, day)),
                uses,
                lacks);
    }

    /**
     * SQL of the division codes of the places that a row asks about: what {@code for} says; else the row's one field with a
     * region; else the regions of the datasets that its rows come from, all of which the register must then speak of.
     */
    private static List<String> places(
            Optional<YamlScalar> written, Scope left, Set<FieldRef> uses, Set<Lack> lacks, StepContext context) {
        Scope.Visible rows = left.relations().get(0);
        List<Field> regions = rows.relation().fields().values().stream()
                .filter(field -> field.type().meaning().equals(Optional.of(ColumnType.REGION)))
                .filter(field -> field.value().available())
                .toList();
        if (written.isPresent()) {
            Typed place = place(written.get(), left, context);
            uses.addAll(place.uses());
            lacks.addAll(place.lacks());
            return List.of(place.sql());
        }
        if (regions.size() == 1) {
            String field = regions.get(0).name();
            uses.add(new FieldRef(rows.relation().name(), field));
            return List.of(Sql.field(rows.alias(), field));
        }
        List<String> areas = context.reaches().areas(rows.relation().name());
        return areas.isEmpty()
                ? List.of("CAST(NULL AS VARCHAR)")
                : areas.stream().map(Sql::text).toList();
    }

    private static Typed place(YamlScalar text, Scope left, StepContext context) {
        Typed place = ExpressionChecker.value(text, left, context.problems());
        if (place.type().form() != Form.TEXT && !place.type().isOpen()) {
            context.problems()
                    .error(text.place(), "step.over-not-a-region", place.type().word());
        }
        return place;
    }

    /** The days that a step names, as a person reads them on the rule card. */
    static String written(YamlMap step) {
        YamlMap over = step.mapOrEmpty("over");
        String first = over.text("from").orElse("");
        String last = over.text("to").or(() -> step.text("until")).orElse("-");
        return first.isEmpty() ? last : first + " .. " + last;
    }

    /** Whether a step says over which days a register must be known. */
    private static boolean given(YamlMap map) {
        Optional<YamlNode> over = map.node("over");
        return over.isPresent() || map.has("until");
    }

    private static Typed day(YamlScalar text, Scope left, Set<FieldRef> uses, Set<Lack> lacks, StepContext context) {
        Typed value = ExpressionChecker.value(text, left, context.problems());
        uses.addAll(value.uses());
        lacks.addAll(value.lacks());
        Form form = value.type().form();
        if (form != Form.DATE && form != Form.TIME && !value.type().isOpen()) {
            context.problems()
                    .error(text.place(), "step.over-not-a-day", value.type().word());
        }
        return form == Form.TIME ? value.withSql("CAST(" + value.sql() + " AS DATE)", Type.DATE) : value;
    }
}
