package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.SourcePlan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Typed;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.StepCard;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model in words: what it is for, the columns it uses, what each step does, each rule with its ladder and exclusions,
 * where every column of its clues comes from, and the SQL of its plan.
 */
public final class ModelCard {

    private final CheckedModel model;
    private final Language language;
    private final Lineage lineage;
    private final List<String> lines = new ArrayList<>();

    public ModelCard(CheckedModel model, Language language) {
        this.model = model;
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
        steps();
        model.rules().values().forEach(this::rule);
        sql(plan);
        return lines;
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
            lines.add("- " + view.contract().title().in(language) + " `" + id + "`: " + String.join("、", titles));
        });
    }

    private void steps() {
        heading(2, say("explain.steps"));
        for (String name : model.order()) {
            Step step = model.steps().get(name);
            if (step != null) {
                lines.add("- " + name + ": " + StepCard.text(step, language));
            }
        }
    }

    private void rule(Rule rule) {
        heading(2, rule.code() + "  " + rule.id() + (rule.signal() ? "  (" + say("explain.signal") + ")" : ""));
        lines.add(rule.title().in(language));
        lines.add(say("explain.from", rule.from(), String.join(", ", rule.key())));
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
        if (!rule.wording().law().isEmpty()) {
            lines.add(say("explain.law", String.join("；", rule.wording().law())));
        }
        lineageOf(rule);
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

    private static String joined(Set<FieldRef> fields) {
        return fields.isEmpty()
                ? "—"
                : String.join(
                        ", ",
                        new TreeSet<>(fields.stream().map(FieldRef::toString).toList()));
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
