package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.SourcePlan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.StepCard;
import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Measure;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.contract.LackWords;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A model in words: what it is for, the columns it uses, what each step does, each rule with its ladder and exclusions,
 * where every column of its clues comes from, and the SQL of its plan.
 */
public final class ModelCard {

    private final CheckedModel model;
    private final CheckedModel bare;
    private final LackWords lackWords;
    private final Map<String, String> patterns;
    private final Language language;
    private final Lineage lineage;
    private final List<String> lines = new ArrayList<>();

    /**
     * A card of a checked model.
     *
     * @param bare the same model as checked over no data at all, which tells what each rule needs
     * @param contracts names what it needs
     * @param patterns sentences for the steps that were written with a pattern, by name of the step
     */
    public ModelCard(
            CheckedModel model,
            CheckedModel bare,
            Contracts contracts,
            Map<String, String> patterns,
            Language language) {
        this.model = model;
        this.bare = bare;
        this.lackWords = new LackWords(contracts);
        this.patterns = patterns;
        this.language = language;
        this.lineage = new Lineage(model);
    }

    /** The card as lines of text; headings begin with {@code #}. */
    public List<String> lines(Plan plan) {
        ModelPackage pack = model.pack();
        heading(1, pack.title().in(language) + "  " + pack.id() + "@" + pack.version());
        lines.add(say("explain.duty", pack.duty().in(language)));
        lines.add(say("explain.necessity", pack.necessity().in(language)));
        columns();
        values();
        steps();
        model.rules().values().forEach(this::rule);
        sql(plan);
        return lines;
    }

    /** The card of one rule, without its heading. */
    public List<String> lines(Rule rule) {
        int from = lines.size();
        body(rule);
        return List.copyOf(lines.subList(from, lines.size()));
    }

    private void columns() {
        heading(2, say("explain.columns"));
        Map<String, InputView> byContract = new LinkedHashMap<>();
        model.views()
                .values()
                .forEach(view -> byContract.putIfAbsent(view.contract().id(), view));
        Map<String, Set<String>> used = lineage.columnsByContract();
        byContract.forEach((id, view) -> {
            List<String> titles = new ArrayList<>();
            for (Column column : view.contract().columns().values()) {
                if (used.getOrDefault(id, Set.of()).contains(column.name())) {
                    titles.add(column.title().in(language) + " " + column.name());
                }
            }
            lines.add("- " + view.contract().title().in(language) + " `" + id + "`: "
                    + String.join(language == Language.ZH ? "、" : ", ", titles));
        });
    }

    /** The parameters and reference tables whose values decide. */
    private void values() {
        Map<String, ModelPackage.Parameter> parameters = model.pack().parameters();
        if (!parameters.isEmpty()) {
            heading(2, say("explain.parameters"));
        }
        parameters
                .values()
                .forEach(parameter -> lines.add("- " + parameter.title().in(language) + " `:"
                        + parameter.name() + "` = " + parameter.value().text() + " " + parameter.unit() + "  ("
                        + say("explain.source-" + parameter.source())
                        + parameter.law().map(law -> " " + law.text()).orElse("") + ")"));
        if (!model.tables().isEmpty()) {
            heading(2, say("explain.tables"));
        }
        model.tables()
                .values()
                .forEach(table ->
                        lines.add("- " + table.title().in(language) + " `" + table.id() + "` " + table.version()));
    }

    /** An input or a table with the name of its register; other names and words as they are. */
    private String named(String word) {
        InputView view = model.views().get(word);
        if (view != null) {
            return word + " " + view.contract().title().in(language);
        }
        YamlScalar table = model.pack().tables().get(word);
        return table == null
                ? word
                : model.tables().values().stream()
                        .filter(found -> found.id().equals(table.text()))
                        .map(found -> word + " " + found.title().in(language))
                        .findFirst()
                        .orElse(word);
    }

    private void steps() {
        heading(2, say("explain.steps"));
        for (String name : model.order()) {
            Step step = model.steps().get(name);
            if (step != null) {
                String pattern = patterns.getOrDefault(name, "");
                lines.add("- " + name + title(name) + ": " + (pattern.isEmpty() ? "" : pattern + "  → ")
                        + StepCard.text(step, language, this::named));
            }
        }
    }

    /** What a person calls a step, in brackets; empty where nobody wrote a title. */
    private String title(String step) {
        return Optional.ofNullable(model.pack().steps().get(step))
                .flatMap(written -> written.map("title"))
                .map(words -> " [" + Words.of(words).in(language) + "]")
                .orElse("");
    }

    private void rule(Rule rule) {
        heading(2, rule.code() + "  " + rule.id() + (rule.signal() ? "  (" + say("explain.signal") + ")" : ""));
        body(rule);
    }

    private void body(Rule rule) {
        lines.add(rule.title().in(language));
        lines.add(say(
                "explain.from",
                rule.from(),
                String.join(
                        language == Language.ZH ? "、" : ", ",
                        rule.key().stream().map(name -> titled(rule, name)).toList())));
        data(rule);
        rule.conditions().inForceFrom().ifPresent(day -> lines.add(say("explain.in-force-from", day)));
        for (Rule.Ladder.Line line : rule.ladder().lines()) {
            if (!rule.signal()) {
                lines.add("- " + line.grade() + ": " + condition(line));
            }
        }
        for (Exclusion exclusion : rule.exclusions()) {
            lines.add(say(
                    exclusion.drops() ? "explain.exclusion-drops" : "explain.exclusion-bounds",
                    exclusion.title().in(language),
                    exclusion.drops() ? exclusion.undecided() : exclusion.best()));
        }
        rule.wording().ask().forEach(words -> lines.add(say("explain.ask", words.in(language))));
        rule.wording()
                .toEstablish()
                .forEach(item -> lines.add(say(
                        "explain.establish",
                        item.getOrDefault(language == Language.ZH ? "zh" : "en", item.getOrDefault("zh", "")),
                        item.getOrDefault("from", "-"),
                        item.getOrDefault("how", "-"))));
        choices("explain.supervised", rule.wording().supervised(), choice -> choice.words()
                .in(language));
        choices("explain.measures", rule.wording().measures(), choice -> Measure.name(choice.code(), language));
        if (!rule.wording().law().isEmpty()) {
            lines.add(say(
                    "explain.law",
                    rule.wording().law().stream()
                            .map(Rule.Choice::code)
                            .collect(Collectors.joining(language == Language.ZH ? "；" : "; "))));
        }
        lineageOf(rule);
    }

    /** What must be delivered for the rule to run, and what further data are good for. */
    private void data(Rule rule) {
        Requirements requirements = Requirements.of(
                bare, Objects.requireNonNull(bare.rules().get(rule.clues().name())));
        lines.add(say("explain.needed", lackWords.words(requirements.needed())));
        if (!requirements.helpful().isEmpty()) {
            lines.add(say("explain.helpful", lackWords.words(requirements.helpful())));
        }
    }

    private void choices(String key, List<Rule.Choice> choices, Function<Rule.Choice, String> name) {
        if (!choices.isEmpty()) {
            lines.add(say(
                    key,
                    String.join(
                            language == Language.ZH ? "、" : ", ",
                            choices.stream().map(name).distinct().toList())));
        }
    }

    private String condition(Rule.Ladder.Line line) {
        String written = line.written().isEmpty()
                ? say("explain.always")
                : line.otherwise() ? say("explain.else") : "`" + line.written().strip() + "`";
        return line.because()
                .map(words -> line.otherwise() ? words.in(language) : words.in(language) + "  " + written)
                .orElse(written);
    }

    private void lineageOf(Rule rule) {
        lines.add("");
        lines.add(say("explain.lineage"));
        Map<String, Collection<FieldRef>> columns = new LinkedHashMap<>();
        rule.key().forEach(name -> columns.put(name, Set.of(new FieldRef(rule.from(), name))));
        rule.facts().forEach((name, value) -> columns.put(name, value.uses()));
        rule.running().forEach((name, value) -> columns.put(name, value.uses()));
        subject("place", rule.subject().place(), columns);
        subject("subject", rule.subject().id(), columns);
        columns.forEach((name, uses) -> lines.add("- " + name + " ← " + joined(lineage.direct(uses))));
        lines.add(say("explain.decided-by", joined(lineage.indirect(rule.from()))));
    }

    private static void subject(
            String name, java.util.Optional<Typed> value, Map<String, Collection<FieldRef>> columns) {
        value.ifPresent(found -> columns.put(name, found.uses()));
    }

    /** A field of the hits with the title of the column that it is. */
    private String titled(Rule rule, String field) {
        return rule.hits()
                .field(field)
                .flatMap(Field::title)
                .map(title -> title.in(language) + " " + field)
                .orElse(field);
    }

    /** Columns by the names that a person reads, each register once. */
    private String joined(Set<FieldRef> fields) {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (FieldRef field : fields) {
            InputView view = model.views().get(field.relation());
            if (view != null) {
                Column column = view.contract().columns().get(field.field());
                columns.computeIfAbsent(view.contract().title().in(language), any -> new TreeSet<>())
                        .add(column == null ? field.field() : column.title().in(language));
            }
        }
        List<String> registers = new ArrayList<>();
        columns.forEach((register, names) -> registers.add(register + "（" + String.join("、", names) + "）"));
        if (registers.isEmpty()) {
            return say("explain.no-column");
        }
        String text = String.join(language == Language.ZH ? "；" : "; ", registers);
        return language == Language.ZH
                ? text
                : text.replace("（", " (").replace("）", ")").replace("、", ", ");
    }

    private void sql(Plan plan) {
        heading(2, "SQL");
        plan.inputs().forEach(input -> statement(input.sql(false)));
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfStage stage && stage.stage() instanceof Stage.Statement statement) {
                statement(statement.create());
            } else if (act instanceof Plan.Act.OfRule ofRule) {
                RulePlan rule = ofRule.rule();
                statement(rule.hits().create());
                statement(rule.clues());
                if (!rule.readings().isEmpty()) {
                    statement(rule.readings());
                }
                rule.sources().stream().flatMap(SourcePlan::queries).forEach(this::statement);
            }
        }
    }

    private void statement(String sql) {
        lines.add(sql + ";");
        lines.add("");
    }

    private void heading(int level, String text) {
        lines.add("");
        lines.add("#".repeat(level) + " " + text);
        lines.add("");
    }

    private String say(String key, Object... arguments) {
        return Messages.text(language, key, arguments);
    }
}
