package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How rows of two relations match: equal keys ({@code on}) and a condition ({@code where}).
 *
 * @param pairs left field to right field
 * @param condition SQL of the condition with three outcomes, or empty
 * @param uses fields of both relations that decide a match
 * @param lacks data that deciding a match would need
 */
public record Matching(Map<String, String> pairs, String condition, Set<FieldRef> uses, Set<Lack> lacks) {

    /** A register so many times smaller is gathered by key before the rows of another ask it. */
    private static final int SMALL = 4;

    /** Reads {@code on} and {@code where} of a step, rule part or exclusion. */
    public static Matching read(YamlMap map, Relation left, Relation right, Scope scope, StepContext context) {
        Optional<Typed> where =
                map.scalar("where").map(text -> ExpressionChecker.condition(text, scope, context.problems()));
        Map<YamlScalar, YamlScalar> on = pairsOf(map, "on");
        if (on.isEmpty()) {
            map.node("on").ifPresent(none -> context.problems().error(none.place(), "step.no-key"));
        }
        return of(on, where, left, right, context);
    }

    /** Reads {@code covers} of an exclusion: whether the register speaks of a key at all. */
    public static Matching covers(YamlMap map, Relation left, Relation right, StepContext context) {
        return of(pairsOf(map, "covers"), Optional.empty(), left, right, context);
    }

    private static Matching of(
            Map<YamlScalar, YamlScalar> on, Optional<Typed> where, Relation left, Relation right, StepContext context) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Set<FieldRef> uses = new TreeSet<>();
        Set<Lack> lacks = new TreeSet<>();
        for (Map.Entry<YamlScalar, YamlScalar> pair : on.entrySet()) {
            Optional<Field> own = StepFields.find(pair.getKey(), left, context);
            Optional<Field> other = StepFields.find(pair.getValue(), right, context);
            if (own.isPresent() && other.isPresent()) {
                if (!alike(own.get().type(), other.get().type())) {
                    context.problems()
                            .error(
                                    pair.getKey().place(),
                                    "expression.compare",
                                    own.get().type().word(),
                                    other.get().type().word());
                }
                pairs.put(own.get().name(), other.get().name());
                uses.add(new FieldRef(left.name(), own.get().name()));
                uses.add(new FieldRef(right.name(), other.get().name()));
                lacks.addAll(own.get().value().lacks());
                lacks.addAll(other.get().value().lacks());
            }
        }
        where.ifPresent(condition -> {
            uses.addAll(condition.uses());
            lacks.addAll(condition.lacks());
        });
        return new Matching(
                pairs,
                where.filter(condition -> condition.constant().isEmpty()
                                || !condition.constant().get())
                        .map(condition -> anchored(condition.sql(), pairs, right))
                        .orElse(""),
                uses,
                lacks);
    }

    /** The engine takes an aggregate over a condition of left fields alone for one of the outer query, and refuses it. */
    private static String anchored(String condition, Map<String, String> pairs, Relation right) {
        boolean readsRight =
                right.fields().keySet().stream().anyMatch(name -> condition.contains(Sql.field("r", name)));
        return readsRight || pairs.isEmpty()
                ? condition
                : "CASE WHEN " + Sql.field("r", pairs.values().iterator().next()) + " IS NOT NULL THEN " + condition
                        + " END";
    }

    /** The pairs of {@code on: [a, b]} or {@code on: {left: right}}. */
    static Map<YamlScalar, YamlScalar> pairsOf(YamlMap map, String key) {
        Map<YamlScalar, YamlScalar> pairs = new LinkedHashMap<>();
        Optional<YamlNode> node = map.node(key);
        if (node.isPresent() && node.get() instanceof YamlMap named) {
            named.entries().forEach(entry -> named.scalar(entry.key())
                    .ifPresent(right ->
                            pairs.put(new YamlScalar(entry.key(), true, entry.place(), right.places()), right)));
        } else {
            map.scalars(key).forEach(name -> pairs.put(name, name));
        }
        return pairs;
    }

    private static boolean alike(Type left, Type right) {
        return left.isOpen() || right.isOpen() || left.form() == right.form() || left.isNumber() && right.isNumber();
    }

    /** The same in one column {@code hit} with three outcomes: null where a key is null, or a row may match. */
    public String outcome(Relation right, String alias, StepContext context) {
        String inner = alias + "m";
        return found(right, inner, context) + " LEFT JOIN LATERAL (SELECT CASE WHEN " + inner + ".hit THEN true WHEN "
                + inner + ".maybe OR " + keyUnknown() + " THEN NULL ELSE false END AS hit) " + alias + " ON true";
    }

    /** SQL: the keys are equal (and the rows of one case). Null keys never are. */
    public String keysEqual(StepContext context) {
        List<String> equal = new ArrayList<>();
        pairs.forEach((left, right) -> equal.add(Sql.field("l", left) + " = " + Sql.field("r", right)));
        return (equal.isEmpty() ? "true" : String.join(" AND ", equal)) + context.sameCase("r", "l");
    }

    /** SQL: the keys are equal and the condition holds. */
    public String matches(StepContext context) {
        return keysEqual(context) + (condition.isEmpty() ? "" : " AND " + condition);
    }

    /** SQL: some key of the left row is null, so that nothing can be said. */
    public String keyUnknown() {
        return pairs.isEmpty()
                ? "false"
                : pairs.keySet().stream()
                        .map(left -> Sql.field("l", left) + " IS NULL")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /**
     * How a step asks for each of its rows whether another relation has a matching one.
     *
     * @param join SQL that joins it, with alias {@code m}
     * @param hit SQL: a row matches
     * @param maybe SQL: of a row it cannot be told
     */
    record Asking(String join, String hit, String maybe) {}

    /** Asks a relation that is small beside the rows that ask once for each key, another row by row. */
    Asking asking(Relation left, Relation right, StepContext context) {
        List<String> read = uses.stream()
                .filter(use -> use.relation().equals(right.name()))
                .map(FieldRef::field)
                .filter(field -> condition.contains(Sql.field("r", field)))
                .toList();
        boolean gathered = mayBeGathered(left, right, context) && (condition.isEmpty() || !read.isEmpty());
        if (!gathered) {
            return new Asking(found(right, context), "m.hit", "m.maybe");
        }
        if (condition.isEmpty()) {
            return new Asking(gathered(right, ", true AS hit"), "coalesce(m.hit, false)", "false");
        }
        String rows = read.stream()
                .map(field -> Sql.text(field) + ": " + Sql.field("r", field))
                .collect(Collectors.joining(", ", ", list({", "}) AS _rows"));
        String matches = "list_transform(m._rows, lambda r: " + condition + ")";
        return new Asking(
                gathered(right, rows),
                "coalesce(list_bool_or(" + matches + "), false)",
                "coalesce(list_count(" + matches + ") < len(m._rows), false)");
    }

    /** Whether another relation is so small that its rows are gathered by key before a row asks. */
    boolean mayBeGathered(Relation left, Relation right, StepContext context) {
        return !pairs.isEmpty()
                && !context.cased()
                && !condition.contains("SELECT")
                && context.reaches().isSmallBeside(right.name(), left.name(), SMALL);
    }

    /** SQL of a join with alias {@code m} to what the rows with equal keys have in common. */
    String gathered(Relation right, String items) {
        List<String> keys = pairs.values().stream()
                .distinct()
                .map(key -> Sql.field("r", key))
                .toList();
        String named = pairs.values().stream()
                .distinct()
                .map(key -> Sql.field("r", key) + " AS " + Sql.name(key))
                .collect(Collectors.joining(", "));
        String equal = pairs.entrySet().stream()
                .map(pair -> Sql.field("l", pair.getKey()) + " = " + Sql.field("m", pair.getValue()))
                .collect(Collectors.joining(" AND "));
        return " LEFT JOIN (SELECT " + named + items + " FROM " + right.sqlName() + " r GROUP BY "
                + String.join(", ", keys) + ") m ON " + equal;
    }

    /**
     * SQL of a lateral join with alias {@code m} that says of each left row whether a right row matches ({@code m.hit})
     * and whether one may ({@code m.maybe}).
     */
    public String found(Relation right, StepContext context) {
        return found(right, "m", context);
    }

    /** The same under another alias than {@code m}. */
    public String found(Relation right, String alias, StepContext context) {
        String hit = condition.isEmpty() ? "count(*) > 0" : "coalesce(bool_or(" + condition + "), false)";
        String maybe = condition.isEmpty() ? "false" : "count(*) FILTER (WHERE (" + condition + ") IS NULL) > 0";
        return " LEFT JOIN LATERAL (SELECT " + hit + " AS hit, " + maybe + " AS maybe FROM " + right.sqlName()
                + " r WHERE " + keysEqual(context) + ") " + alias + " ON true";
    }
}
