package cn.mingjian.engine.run;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.relation.Lack;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Clue.LowerBound;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.InputCount;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.clue.Funnel.StepCount;
import cn.mingjian.model.clue.SignalRow;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a model: package and dataset versions in, clues and funnel out. Reads exactly the bound files, writes nothing. Only
 * {@link #stop} may be called from another thread.
 */
public final class Engine {

    private final Library library;
    private final Compiler compiler;
    private final DuckLimits limits;
    private final NumberingKey numbering;
    private final Planning planning;
    private volatile boolean stopped;
    private volatile @Nullable DuckSession running;

    public Engine(Library library, DuckLimits limits, NumberingKey numbering) {
        this(library, limits, numbering, Planning.OPTIMISED);
    }

    /** An engine whose sessions plan their statements in a given way. */
    public Engine(Library library, DuckLimits limits, NumberingKey numbering, Planning planning) {
        this.library = library;
        this.compiler = Compiler.of(library);
        this.limits = limits;
        this.numbering = numbering;
        this.planning = planning;
    }

    /**
     * Runs a package.
     *
     * @param told what the run is doing, as it begins to
     * @throws cn.mingjian.model.problem.ProblemException when the package or a setting has errors
     * @throws cn.mingjian.duckdb.DuckException when the engine fails or is stopped
     */
    public RunResult run(ModelPackage pack, RunOrder order, Consumer<Event.Progress> told) {
        DataViews data = new DataViews(order.datasets());
        Settings settings = new Settings(order.asOf(), order.values(), false);
        Plan plan = compiler.compile(
                pack, data.delivered(), settings, order.keeping(), order.wantUnknown() ? Columns.ALL : Columns.NEEDED);
        try (DuckSession session =
                DuckSession.open(limits, DuckFiles.reading(data.files()), library.functions(), planning)) {
            running = session;
            if (stopped) {
                session.cancel(Duration.ZERO);
            }
            data.create(session);
            Progress progress = new Progress(plan.acts().size(), told);
            List<Decided> decided = new PlanRunner(session, plan, false).run(progress::stage);
            String fingerprint = Fingerprints.of(pack, order, library);
            return read(plan, session, data, decided, order, fingerprint, progress);
        } finally {
            running = null;
        }
    }

    /**
     * Stops what runs, now and later.
     *
     * @return whether the engine was quiet before the patience ended; if not, only the end of the process helps
     */
    public boolean stop(Duration patience) {
        stopped = true;
        DuckSession session = running;
        return session == null || session.cancel(patience);
    }

    /** Counts the acts of a plan for whoever listens. */
    private static final class Progress {
        private final int acts;
        private final Consumer<Event.Progress> told;
        private int begun;

        Progress(int acts, Consumer<Event.Progress> told) {
            this.acts = acts;
            this.told = told;
        }

        void stage(String relation) {
            told.accept(new Event.Progress(Phase.STAGE, relation, begun++, acts));
        }

        void sourceRows(String rule) {
            told.accept(new Event.Progress(Phase.SOURCE_ROWS, rule, 0, 0));
        }
    }

    private RunResult read(
            Plan plan,
            DuckSession session,
            DataViews data,
            List<Decided> decided,
            RunOrder order,
            String fingerprint,
            Progress progress) {
        ModelPackage pack = plan.model().pack();
        ClueBuilder.Frame frame = new ClueBuilder.Frame(
                pack,
                new LawShower(library.laws()),
                numbering,
                parameters(pack, order),
                order.asOf(),
                new Clue.RunMark(fingerprint, order.purpose()));
        Map<Masking, List<Clue>> clues = new EnumMap<>(Masking.class);
        List<SignalRow> signals = new ArrayList<>();
        List<RuleCount> counts = new ArrayList<>();
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfRule ofRule) {
                RuleReader reader = new RuleReader(session, ofRule.rule());
                boolean tooMany = reader.tooMany();
                counts.add(reader.count(decided, tooMany));
                if (ofRule.rule().rule().signal()) {
                    signals.addAll(reader.signals());
                } else if (!tooMany) {
                    progress.sourceRows(ofRule.rule().rule().id());
                    SourceReader sources = new SourceReader(session, data, plan.model());
                    CoverageWords coverage = new CoverageWords(plan.model(), data, frame.asOf());
                    clues(ofRule.rule(), plan.model(), reader.clueRows(), sources, frame, coverage)
                            .forEach((masking, made) -> clues.computeIfAbsent(masking, any -> new ArrayList<>())
                                    .addAll(made));
                }
            }
        }
        plan.notRunnable()
                .forEach((name, lacks) ->
                        counts.add(notRunnable(plan.model().rules().get(name), lacks)));
        Funnel funnel = new Funnel(inputs(plan.model(), data), steps(plan, decided), counts);
        return new RunResult(
                fingerprint,
                funnel,
                clues.getOrDefault(Masking.OFF, List.of()),
                clues.getOrDefault(Masking.ON, List.of()),
                signals,
                order.wantUnknown() ? new UndecidedReader(session, plan).read(decided) : List.of(),
                order.keeping() == Keeping.TRACED ? PlanText.of(plan) : "");
    }

    /** The clues of a rule, as they are and as a screen may show them. */
    private static Map<Masking, List<Clue>> clues(
            RulePlan plan,
            CheckedModel model,
            List<DuckRow> rows,
            SourceReader sources,
            ClueBuilder.Frame frame,
            CoverageWords coverage) {
        List<Long> numbers = rows.stream().map(row -> row.count("_number")).toList();
        FoundRows found = sources.read(plan, numbers);
        Map<Long, ClueBuilder.Mark> marks = new HashMap<>();
        Map<Long, List<LowerBound>> lowerBounds = rows.isEmpty() ? Map.of() : sources.lowerBounds(plan);
        Map<Masking, List<Clue>> clues = new EnumMap<>(Masking.class);
        for (Masking masking : Masking.values()) {
            ClueBuilder builder = new ClueBuilder(frame, plan.rule(), masking, matched(model, plan.rule()), coverage);
            List<Clue> made = new ArrayList<>();
            for (DuckRow row : rows) {
                long number = row.count("_number");
                made.add(builder.build(
                        row,
                        marks.computeIfAbsent(number, any -> builder.mark(row)),
                        found.of(number, masking),
                        lowerBounds.getOrDefault(number, List.of())));
            }
            clues.put(masking, made);
        }
        return clues;
    }

    /** Identity numbers and codes that decided which rows met. */
    private static List<String> matched(CheckedModel model, Rule rule) {
        return new Lineage(model)
                .indirect(rule.from()).stream()
                        .filter(field -> isIdentity(model, field))
                        .map(field -> model.inputs().get(field.relation()) == null ? "" : field.toString())
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static boolean isIdentity(CheckedModel model, FieldRef field) {
        var relation = model.inputs().get(field.relation());
        return relation != null
                && relation.typeOf(field.field())
                        .meaning()
                        .filter(type -> type == ColumnType.ID_NO || type == ColumnType.USCC)
                        .isPresent();
    }

    private static RuleCount notRunnable(@Nullable Rule rule, Set<Lack> lacks) {
        if (rule == null) {
            throw new IllegalStateException("A rule that cannot run must be known");
        }
        return new RuleCount(
                rule.id(),
                rule.code(),
                rule.title(),
                rule.signal(),
                "not-runnable",
                lacks.stream().map(Lack::toString).sorted().toList(),
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                0,
                0);
    }

    private static List<InputCount> inputs(CheckedModel model, DataViews data) {
        List<InputCount> counts = new ArrayList<>();
        for (InputView view : model.views().values()) {
            String contract = view.contract().id();
            boolean delivered = !data.versions(contract).isEmpty();
            counts.add(new InputCount(
                    view.name(),
                    contract,
                    delivered,
                    data.rows(contract),
                    new TreeMap<>(data.persons(contract)),
                    delivered && DataViews.coverage(data.versions(contract)).knownUntil() != null));
        }
        return counts;
    }

    private static List<StepCount> steps(Plan plan, List<Decided> decided) {
        Map<String, StepCount> counts = new TreeMap<>();
        for (Decided step : decided) {
            if (plan.model().steps().containsKey(step.step())) {
                counts.put(
                        step.step(),
                        new StepCount(step.step(), step.in(), step.kept(), step.unknown(), step.pending()));
            }
        }
        return plan.model().order().stream()
                .filter(counts::containsKey)
                .map(name -> counts.getOrDefault(name, new StepCount(name, 0, 0, 0, 0)))
                .toList();
    }

    private static List<Clue.ParameterUsed> parameters(ModelPackage pack, RunOrder order) {
        return pack.parameters().values().stream()
                .map(parameter -> new Clue.ParameterUsed(
                        parameter.name(),
                        order.values()
                                .getOrDefault(
                                        parameter.name(), parameter.value().text()),
                        parameter.source(),
                        order.sources().getOrDefault(parameter.name(), "package")))
                .toList();
    }
}
