package cn.mingjian.compiler.rule;

import cn.mingjian.compiler.expression.ExpressionChecker;
import cn.mingjian.compiler.expression.Scope;
import cn.mingjian.compiler.expression.Scope.Grouping;
import cn.mingjian.compiler.expression.Scope.Visible;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Rule.Hits;
import cn.mingjian.compiler.rule.Rule.Subject;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlList;
import cn.mingjian.model.yaml.YamlMap;
import cn.mingjian.model.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks one rule or signal. */
public final class RuleChecker {

    private final String id;
    private final YamlMap map;
    private final boolean signal;
    private final StepContext context;
    private final Map<String, YamlMap> exclusionTexts;
    private final Problems problems;
    private final Set<FieldRef> uses = new TreeSet<>();
    private final Set<Lack> lacks = new TreeSet<>();

    /** @param exclusionTexts the package's exclusions by id */
    public RuleChecker(
            String id, YamlMap map, boolean signal, StepContext context, Map<String, YamlMap> exclusionTexts) {
        this.id = id;
        this.map = map;
        this.signal = signal;
        this.context = context;
        this.exclusionTexts = exclusionTexts;
        this.problems = map.problems();
    }

    /** The name under which steps and amplifiers read the clues of a rule or signal. */
    public static String relationName(String id, boolean signal) {
        return (signal ? "signal." : "rule.") + id;
    }

    /** The keys that an exclusion may have. */
    public static List<String> exclusionKeys() {
        return RuleKeys.EXCLUSION;
    }

    /** The checked rule; mistakes are noted. */
    public Rule check() {
        map.allow(signal ? RuleKeys.SIGNAL : RuleKeys.RULE);
        Relation from = context.relation(map, "from");
        lacks.addAll(from.lacks());
        Visible row = StepContext.left(from);
        Scope rows = context.scope(row);
        Hits conditions = hits(rows);
        Subject subject = subject(rows);
        List<String> key = key(from);
        List<Exclusion> exclusions = exclusions(from);
        List<Rule.Amplifier> amplifiers = new AmplifierChecker(context, from, uses).check(map);
        Scope grouped = Scope.of(context.surroundings(), new Visible(from.localName(), "h", from))
                .grouped(new Grouping(new HashSet<>(key), Optional.of("h._live")));
        Map<String, Typed> facts = aggregates("facts", grouped);
        Map<String, Typed> running = aggregates("running", grouped);
        Relation clues = clues(from, key, facts, running, amplifiers);
        Scope clue = context.scope(new Visible("clue", "c", clues));
        WordingReader reader = new WordingReader(map, clue, problems);
        Words title = map.requireMap("title")
                .map(template -> {
                    reader.checkTemplate(template, clues.fields().keySet());
                    return Words.only(template);
                })
                .orElse(Words.same(id));
        Rule.Ladder ladder = signal
                ? new Rule.Ladder(List.of(new Rule.Ladder.Line("", Typed.truth(true), "", Optional.empty())))
                : new LadderReader(map, clue, problems).read(reader);
        return new Rule(
                id,
                signal,
                signal ? map.text("code").orElse(id) : map.requireText("code"),
                title,
                map.place(),
                from.name(),
                clues,
                from,
                conditions,
                key,
                facts,
                running,
                subject,
                Map.of(),
                ladder,
                exclusions,
                new LadderReader(map, clue, problems).raising(amplifiers, ladder),
                new SourceChecker(context, from, clues, uses).check(map),
                reader.read(),
                maxClues());
    }

    /** Fields that decide which clues there are and what they say. */
    public Set<FieldRef> uses() {
        return uses;
    }

    private Hits hits(Scope rows) {
        Optional<Typed> where = context.condition(map, "where", rows);
        where.ifPresent(this::needs);
        Typed lawDate = map.scalar("law_date")
                .map(text -> ExpressionChecker.value(text, rows, problems))
                .orElse(context.surroundings().asOf());
        if (lawDate.type().form() != Type.Form.DATE
                && lawDate.type().form() != Type.Form.TIME
                && !lawDate.type().isOpen()) {
            problems.error(
                    map.placeOf("law_date"),
                    "step.over-not-a-day",
                    lawDate.type().word());
        }
        needs(lawDate);
        YamlMap inForce = map.mapOrEmpty("in_force");
        inForce.allow(List.of("from", "to"));
        Optional<LocalDate> first = day(inForce, "from");
        Optional<LocalDate> last = day(inForce, "to");
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            problems.error(inForce.placeOf("to"), "rule.never-in-force", last.get(), first.get());
        }
        return new Hits(where, lawDate, first, last);
    }

    private Optional<LocalDate> day(YamlMap in, String key) {
        return in.scalar(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.text()));
            } catch (DateTimeException e) {
                problems.error(text.place(), "expression.bad-literal", text.text(), "date");
                return Optional.empty();
            }
        });
    }

    private void needs(Typed value) {
        uses.addAll(value.uses());
        lacks.addAll(value.lacks());
    }

    private List<String> key(Relation from) {
        List<String> key = new ArrayList<>();
        map.requireNode("key");
        for (YamlScalar name : map.scalars("key")) {
            Optional<Field> field = from.field(name.text());
            if (field.isEmpty() && from.open()) {
                continue;
            }
            if (field.isEmpty()) {
                problems.error(
                        name.place(),
                        "expression.unknown-column",
                        name.text(),
                        Nearest.advice(name.text(), from.fields().keySet()));
            } else {
                key.add(name.text());
                uses.add(new FieldRef(from.name(), name.text()));
                lacks.addAll(field.get().value().lacks());
                if (field.get().type().form() == Type.Form.DOUBLE) {
                    problems.error(name.place(), "rule.inexact-key", name.text());
                }
            }
        }
        return key;
    }

    private Subject subject(Scope rows) {
        YamlMap subject = map.mapOrEmpty("subject");
        subject.allow(List.of("type", "id", "name"));
        Map<String, Typed> persons = new LinkedHashMap<>();
        for (var item : map.list("protected").map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap person) {
                person.allow(List.of("role", "id"));
                person.requireScalar("id")
                        .ifPresent(text -> persons.put(person.requireText("role"), value(text, rows)));
            } else {
                problems.error(item.place(), "yaml.not-a-map", "protected");
            }
        }
        return new Subject(
                subject.text("type").orElse(""),
                subject.scalar("id").map(text -> value(text, rows)),
                subject.scalar("name").map(text -> value(text, rows)),
                subject.text("name").orElse(""),
                map.scalar("place").map(text -> shownToAll(text, value(text, rows))),
                persons);
    }

    private Typed shownToAll(YamlScalar text, Typed value) {
        if (value.sensitivity().masked()) {
            problems.error(text.place(), "rule.public-place", text.text());
        }
        return value;
    }

    private Typed value(YamlScalar text, Scope scope) {
        Typed value = ExpressionChecker.value(text, scope, problems);
        uses.addAll(value.uses());
        return value.available() ? value : Typed.constant("NULL", value.type());
    }

    private Map<String, Typed> aggregates(String key, Scope grouped) {
        Map<String, Typed> values = new LinkedHashMap<>();
        YamlMap all = map.mapOrEmpty(key);
        all.scalarMap().forEach((name, text) -> {
            Typed value = value(text, grouped);
            if (value.type().form() == Type.Form.DOUBLE) {
                problems.error(text.place(), "rule.inexact-key", name);
            }
            values.put(name, value);
        });
        return values;
    }

    private Relation clues(
            Relation from,
            List<String> key,
            Map<String, Typed> facts,
            Map<String, Typed> running,
            List<Rule.Amplifier> amplifiers) {
        List<Field> fields = new ArrayList<>();
        key.forEach(name -> fields.add(from.fields().get(name)));
        facts.forEach((name, value) -> fields.add(new Field(name, value)));
        running.forEach((name, value) -> fields.add(new Field(name, value)));
        amplifiers.forEach(amplifier -> fields.add(new Field(amplifier.name(), Typed.constant("", Type.BOOLEAN))));
        fields.add(new Field("grade", Typed.constant("", Type.TEXT)));
        if (map.has("time_limit")) {
            fields.add(new Field("time_limit", Typed.constant("", Type.DATE)));
        }
        String name = relationName(id, signal);
        context.reaches().computed(name, List.of(from.name()), List.of(from.name()));
        return Labels.of(map)
                .on(Relation.of(name, fields, Lack.essential(lacks)).opened(from.open()));
    }

    private List<Exclusion> exclusions(Relation from) {
        List<Exclusion> exclusions = new ArrayList<>();
        ExclusionChecker checker = new ExclusionChecker(context, from, uses);
        for (YamlScalar name : map.scalars("exclusions")) {
            YamlMap text = exclusionTexts.get(name.text());
            if (text == null) {
                problems.error(
                        name.place(),
                        "rule.unknown-exclusion",
                        name.text(),
                        Nearest.advice(name.text(), exclusionTexts.keySet()));
            } else {
                exclusions.add(checker.check(name.text(), text, exclusions.size()));
            }
        }
        return exclusions;
    }

    private int maxClues() {
        return map.scalar("max_clues")
                .map(text -> {
                    if (text.text().matches("[1-9][0-9]{0,5}")) {
                        return Integer.parseInt(text.text());
                    }
                    problems.error(text.place(), "expression.bad-literal", text.text(), "integer");
                    return Rule.MAX_CLUES;
                })
                .orElse(Rule.MAX_CLUES);
    }
}
