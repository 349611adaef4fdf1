package cn.mingjian.compiler.step;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Lack;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlNode;
import cn.mingjian.model.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days over which another register must be known before its silence says anything. A last day after {@code :as_of}
 * is pending; days that leave what is known are unknown.
 *
 * @param pending SQL: the last day lies after as-of, so that the fact can still come
 * @param unknown SQL: the days cannot be told or leave what is known
 */
public record Over(String pending, String unknown, Set<FieldRef> uses, Set<Lack> lacks) {

    private static final Over NONE = new Over("false", "false", Set.of(), Set.of());

    /** Reads {@code over: {from, to}} or {@code until: x}; a dated register without either is refused. */
    public static Over read(YamlMap map, Relation register, Scope left, StepContext context) {
        if (!given(map) && context.reaches().isDated(register.name())) {
            context.problems().error(map.place(), "step.over-missing", register.name());
        }
        return ifGiven(map, register, left, context);
    }

    /** Reads {@code over} where its absence is allowed. */
    public static Over ifGiven(YamlMap map, Relation register, Scope left, StepContext context) {
        Optional<YamlMap> over = map.map("over");
        over.ifPresent(days -> days.allow(List.of("from", "to")));
        Optional<YamlScalar> to = over.flatMap(days -> days.scalar("to")).or(() -> map.scalar("until"));
        Optional<YamlScalar> from = over.flatMap(days -> days.scalar("from"));
        if (to.isEmpty()) {
            over.ifPresent(days -> context.problems().error(days.place(), "yaml.missing-key", "to"));
            return NONE;
        }
        Coverage reach = context.reaches().of(register.name());
        Set<FieldRef> uses = new TreeSet<>();
        Set<Lack> lacks = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        String last = day(to.get(), left, uses, lacks, context);
        String asOf = context.surroundings().asOf().sql();
        unknown.add(last + " IS NULL");
        LocalDate until = reach.knownUntil();
        if (until != null) {
            unknown.add(last + " > " + Sql.date(until));
        }
        LocalDate since = reach.from();
        if (from.isPresent()) {
            String first = day(from.get(), left, uses, lacks, context);
            unknown.add(first + " IS NULL");
            if (since != null) {
                unknown.add(first + " < " + Sql.date(since));
            }
        }
        return new Over(
                "coalesce(" + last + " > " + asOf + ", false)", "(" + String.join(" OR ", unknown) + ")", uses, lacks);
    }

    /** Whether a step says over which days a register must be known. */
    private static boolean given(YamlMap map) {
        Optional<YamlNode> over = map.node("over");
        return over.isPresent() || map.has("until");
    }

    private static String day(YamlScalar text, Scope left, Set<FieldRef> uses, Set<Lack> lacks, StepContext context) {
        Typed value = ExpressionChecker.value(text, left, context.problems());
        uses.addAll(value.uses());
        lacks.addAll(value.lacks());
        Form form = value.type().form();
        if (form != Form.DATE && form != Form.TIME && !value.type().isOpen()) {
            context.problems()
                    .error(text.place(), "step.over-not-a-day", value.type().word());
        }
        return form == Form.TIME ? "CAST(" + value.sql() + " AS DATE)" : value.sql();
    }
}
