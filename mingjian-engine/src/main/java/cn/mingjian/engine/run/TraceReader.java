package cn.mingjian.engine.run;

import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.Canonical;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.engine.run.Trace.Kind;
import cn.mingjian.engine.run.Trace.Traced;
import cn.mingjian.model.Words;
import cn.mingjian.model.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a trace from a session in which a plan has run that keeps every step with all its fields. */
public final class TraceReader {

    private static final int MOST_ROWS = 10;
    private static final int MOST_CHARACTERS = 200;
    /** What is part of a derived contract is named behind the input that it feeds. */
    private static final String INSIDE = "/";

    private final DuckSession session;
    private final Plan plan;

    public TraceReader(DuckSession session, Plan plan) {
        this.session = session;
        this.plan = plan;
    }

    /**
     * The trace.
     *
     * @param decided what the steps decided
     */
    public Trace read(List<Decided> decided) {
        List<Traced> all = new ArrayList<>();
        plan.inputs().stream()
                .map(InputView::name)
                .filter(name -> !name.contains(INSIDE))
                .map(this::input)
                .forEach(all::add);
        Set<String> computed = plan.acts().stream().map(Plan.Act::relation).collect(Collectors.toSet());
        plan.model().order().stream()
                .filter(name -> computed.contains(name) && !name.contains(INSIDE))
                .flatMap(name -> Stream.ofNullable(plan.model().steps().get(name)))
                .map(step -> step(step, decided))
                .forEach(all::add);
        plan.rules().stream().map(rule -> rule(rule, decided)).forEach(all::add);
        return new Trace(all);
    }

    private Traced input(String name) {
        Relation relation = Objects.requireNonNull(plan.model().inputs().get(name), name);
        long rows = count(relation.sqlName());
        return traced(Kind.INPUT, relation, null, new Decided(name, rows, rows, 0, 0, 0), available(relation));
    }

    private Traced step(Step step, List<Decided> decided) {
        Relation relation = step.relation();
        long rows = count(relation.sqlName());
        YamlMap written = plan.model().pack().steps().get(step.name());
        @Nullable
        Words title =
                written == null ? null : written.map("title").map(Words::of).orElse(null);
        Decided whole = new Decided(step.name(), rows, rows, 0, 0, 0);
        return traced(Kind.STEP, relation, title, decision(step.name(), whole, decided), available(relation));
    }

    private Traced rule(RulePlan planned, List<Decided> decided) {
        Rule rule = planned.rule();
        Set<String> said = Stream.of(
                        rule.key(), rule.facts().keySet(), rule.running().keySet(), Set.of("grade"))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<Field> fields = available(rule.clues()).stream()
                .filter(field -> said.contains(field.name()))
                .filter(field -> !rule.signal() || !field.name().equals("grade"))
                .toList();
        String hits = planned.hits().relation();
        Words title = new Words(
                rule.code() + " " + rule.title().zh(),
                rule.code() + " " + rule.title().en());
        return traced(
                Kind.RULE, rule.clues(), title, decision(hits, new Decided(hits, 0, 0, 0, 0, 0), decided), fields);
    }

    private static Decided decision(String name, Decided otherwise, List<Decided> decided) {
        return decided.stream()
                .filter(one -> one.step().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static List<Field> available(Relation relation) {
        return relation.fields().values().stream()
                .filter(field -> field.value().available())
                .toList();
    }

    private long count(String relation) {
        return session.one("SELECT count(*) AS _n FROM " + relation).count("_n");
    }

    private Traced traced(Kind kind, Relation relation, @Nullable Words title, Decided decided, List<Field> fields) {
        return new Traced(
                kind,
                relation.name(),
                title,
                decided.in(),
                decided.kept(),
                decided.unknown(),
                decided.pending(),
                count(relation.sqlName()),
                fields.stream().map(Field::name).toList(),
                rows(relation, fields));
    }

    private List<List<@Nullable String>> rows(Relation relation, List<Field> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        String columns = fields.stream().map(field -> Sql.name(field.name())).collect(Collectors.joining(", "));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (DuckRow row : session.query(
                "SELECT " + columns + " FROM " + relation.sqlName() + " ORDER BY ALL LIMIT " + MOST_ROWS)) {
            List<@Nullable String> shown = new ArrayList<>();
            fields.forEach(field -> shown.add(text(row.value(field.name()), field)));
            rows.add(shown);
        }
        return rows;
    }

    private static @Nullable String text(@Nullable Object value, Field field) {
        Object shown = Masking.ON.shown(value, field.type(), field.value().sensitivity());
        if (shown == null) {
            return null;
        }
        String text = Canonical.text(shown, field.type());
        return text.codePointCount(0, text.length()) <= MOST_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }
}
