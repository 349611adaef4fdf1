package cn.mingjian.compiler.plan;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.relation.Field;
import cn.mingjian.compiler.relation.Relation;
import cn.mingjian.compiler.rule.Exclusion;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.Step;
import cn.mingjian.compiler.step.Step.JavaStage;
import cn.mingjian.model.pack.ModelPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a checked model into a plan: which steps are kept, which are fused into the statements of those that read them. */
public final class Planner {

    private final CheckedModel model;
    private final Keeping keeping;
    private final NeededFields carried;
    private final boolean cased;
    private final Set<String> kept = new HashSet<>();

    private Planner(CheckedModel model, Keeping keeping, Columns columns, boolean cased) {
        this.model = model;
        this.keeping = keeping;
        this.cased = cased;
        this.carried = columns == Columns.ALL ? NeededFields.ALL : NeededFields.of(model, reads());
    }

    /** The plan of a model without errors. */
    public static Plan plan(CheckedModel model, Keeping keeping, Columns columns, boolean cased) {
        return new Planner(model, keeping, columns, cased).plan();
    }

    /** For each rule that can run the SQL that reads its hits and what they are made from. */
    private Map<String, String> reads() {
        Map<String, String> reads = new HashMap<>();
        model.rules().forEach((name, rule) -> {
            if (rule.clues().available()) {
                reads.put(
                        name,
                        new RuleWriter(rule, cased).reads()
                                + sources(rule, NeededFields.ALL).reads());
            }
        });
        return reads;
    }

    /** What is asked for the clues of all rules. */
    private List<StoredCompanions.Asked> asked() {
        List<StoredCompanions.Asked> asked = new ArrayList<>();
        for (Rule rule : model.rules().values()) {
            if (rule.clues().available()) {
                SourceWriter writer = sources(rule, carried);
                rule.sources()
                        .forEach(source -> asked.add(new StoredCompanions.Asked(
                                source.of(), writer.source(source).queries().collect(Collectors.joining(" ")))));
            }
        }
        return asked;
    }

    private SourceWriter sources(Rule rule, NeededFields fields) {
        Set<String> now = Set.copyOf(kept);
        return new SourceWriter(rule, model, now, () -> new StatementWriter(model, now, fields, cased));
    }

    private Plan plan() {
        Set<String> notRunnable = new TreeSet<>();
        Set<String> needed = new HashSet<>();
        for (Rule rule : model.rules().values()) {
            if (rule.clues().available()) {
                needs(rule).forEach(name -> collect(name, needed));
            } else {
                notRunnable.add(rule.clues().name());
            }
        }
        Set<String> toKeep = toKeep(needed);
        List<Plan.Act> acts = new ArrayList<>();
        if (!cased) {
            Set<String> steps = new HashSet<>(needed);
            steps.retainAll(model.steps().keySet());
            new StoredCompanions(model, carried).readBy(steps, asked()).forEach(stage -> {
                acts.add(new Plan.Act.OfStage(stage));
                kept.add(stage.relation());
            });
        }
        for (String name : model.order()) {
            Step step = model.steps().get(name);
            if (step != null && needed.contains(name) && step.relation().available()) {
                act(step, toKeep, acts);
            }
            Rule rule = model.rules().get(name);
            if (rule != null && rule.clues().available()) {
                acts.add(new Plan.Act.OfRule(rule(rule)));
                kept.add(name);
            }
        }
        List<InputView> views = model.views().values().stream()
                .filter(view -> isAvailable(model.inputs().get(view.name())))
                .sorted(Comparator.comparing(view -> isBeside(view.name())))
                .toList();
        return new Plan(model, views, acts, notRunnable);
    }

    private static boolean isAvailable(@Nullable Relation relation) {
        return relation != null && relation.available();
    }

    /** Views of companions read the view of the input beside which they stand. */
    private boolean isBeside(String input) {
        ModelPackage.Input written = model.pack().inputs().get(input);
        return written != null && written.beside().isPresent();
    }

    /** The relations that a rule reads, beside those of its source rows. */
    static List<String> needs(Rule rule) {
        List<String> needs = new ArrayList<>(List.of(rule.from()));
        rule.exclusions().stream().map(Exclusion::from).forEach(needs::add);
        rule.amplifiers().forEach(amplifier -> needs.add(amplifier.from()));
        return needs;
    }

    private void collect(String name, Set<String> needed) {
        Step step = model.steps().get(name);
        if (step != null && step.relation().available() && needed.add(name)) {
            step.reads().forEach(read -> collect(read, needed));
        }
        Rule rule = model.rules().get(name);
        if (rule != null && rule.clues().available() && needed.add(name)) {
            needs(rule).forEach(read -> collect(read, needed));
        }
    }

    private Set<String> toKeep(Set<String> needed) {
        Set<String> keep = new HashSet<>();
        Map<String, Integer> readers = new HashMap<>();
        for (Rule rule : model.rules().values()) {
            if (rule.clues().available()) {
                needs(rule).stream().distinct().forEach(name -> readers.merge(name, 1, Integer::sum));
            }
        }
        for (String name : needed) {
            Step step = model.steps().get(name);
            if (step != null) {
                step.reads().stream().distinct().forEach(read -> readers.merge(read, 1, Integer::sum));
            }
        }
        javaReads().filter(needed::contains).forEach(keep::add);
        if (keeping != Keeping.FUSED) {
            keep.addAll(lookedUp());
        }
        if (keeping == Keeping.TRACED) {
            keep.addAll(needed);
        }
        if (keeping == Keeping.SHARED) {
            readers.forEach((name, count) -> {
                if (count > 1) {
                    keep.add(name);
                }
            });
        }
        return keep;
    }

    /** What Java stages read, several times each. */
    private Stream<String> javaReads() {
        return model.steps().values().stream()
                .filter(step -> step.body() instanceof JavaStage)
                .map(step -> step.reads().get(0));
    }

    /** What is read again after it was computed, also where every step could be a view. */
    private Set<String> mustBeStored() {
        Set<String> stored = new HashSet<>(lookedUp());
        javaReads().forEach(stored::add);
        return stored;
    }

    /** What lookups read of which clues must answer for: asked again when the clues are there. */
    private Set<String> lookedUp() {
        Set<String> keep = new HashSet<>();
        for (Rule rule : model.rules().values()) {
            if (rule.clues().available()) {
                new Consultations(model, rule)
                        .lookups()
                        .forEach(step -> keep.add(step.reads().get(0)));
            }
        }
        return keep;
    }

    private void act(Step step, Set<String> toKeep, List<Plan.Act> acts) {
        if (step.body() instanceof JavaStage work) {
            acts.add(new Plan.Act.OfStage(
                    new Stage.InJava(step.name(), step.reads().get(0), work, available(step.relation()))));
            kept.add(step.name());
        } else if (toKeep.contains(step.name())) {
            StatementWriter statement = new StatementWriter(model, kept, carried, cased);
            statement.need(step.name());
            boolean viewed = keeping == Keeping.TRACED
                    && !cased
                    && statement.isRowByRow(step.name())
                    && !mustBeStored().contains(step.name());
            acts.add(new Plan.Act.OfStage(
                    viewed
                            ? statement.viewed(step.name())
                            : statement.statement(
                                    step.name(),
                                    "SELECT * FROM " + step.relation().sqlName())));
            kept.add(step.name());
        }
    }

    private List<String> available(Relation relation) {
        return carried.of(relation).stream()
                .filter(field -> field.value().available())
                .map(Field::name)
                .toList();
    }

    private RulePlan rule(Rule rule) {
        RuleWriter writer = new RuleWriter(rule, cased);
        StatementWriter statement = new StatementWriter(model, kept, carried, cased);
        String rows = writer.hits(statement, carried.hits(rule));
        SourceWriter sources = sources(rule, carried);
        return new RulePlan(
                rule,
                statement.statement(RuleWriter.hitsName(rule), rows),
                writer.clues(),
                sources.readings(),
                rule.sources().stream().map(sources::source).toList(),
                sources.lowerBounds());
    }
}
