package cn.mingjian.engine.run;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Requirements;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.relation.FieldRef;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        try (DuckSession session = open(data)) {
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
     * Runs a package to look at its steps: no clue gets a number, and nothing is told of persons.
     *
     * @throws cn.mingjian.model.problem.ProblemException when the package has errors
     * @throws cn.mingjian.duckdb.DuckException when the engine fails or is stopped
     */
    public Trace trace(ModelPackage pack, Map<String, List<DatasetVersion>> datasets, LocalDate asOf) {
        DataViews data = new DataViews(datasets);
        Settings settings = new Settings(asOf, Map.of(), false);
        Plan plan = compiler.compile(pack, data.delivered(), settings, Keeping.TRACED, Columns.ALL);
        try (DuckSession session = open(data)) {
            data.create(session);
            return new TraceReader(session, plan).read(new PlanRunner(session, plan, false).run(act -> {}));
        } finally {
            running = null;
        }
    }

    private DuckSession open(DataViews data) {
        DuckSession session = DuckSession.open(limits, DuckFiles.reading(data.files()), library.functions(), planning);
        running = session;
        if (stopped) {
            session.cancel(Duration.ZERO);
        }
        return session;
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
        List<RuleCount> counts = new ArrayList<>();
        List<RuleClues> ofRules = new ArrayList<>();
        SameSubjects sameSubjects = new SameSubjects();
        CoverageWords coverage = new CoverageWords(plan.model(), data, library.contracts(), frame.asOf());
        for (RulePlan rule : plan.rules()) {
            RuleReader reader = new RuleReader(session, rule);
            boolean tooMany = reader.tooMany();
            counts.add(reader.count(decided, tooMany, Requirements.of(plan.model(), rule.rule())));
            if (!tooMany) {
                List<String> matched = matched(plan.model(), rule.rule());
                ofRules.add(RuleClues.read(reader.clueRows(), rule, frame, matched, coverage, sameSubjects));
            }
        }
        FunnelReader funnel = new FunnelReader(plan, data);
        counts.addAll(funnel.notRunnable());
        SourceReader sources = new SourceReader(session, data, plan.model());
        Shown shown = new Shown();
        for (RuleClues rule : ofRules) {
            progress.sourceRows(rule.plan().rule().id());
            rule.make(sources, sameSubjects, shown);
        }
        return new RunResult(
                fingerprint,
                new Funnel(funnel.inputs(), funnel.steps(decided), counts),
                shown.clues(Masking.OFF),
                shown.clues(Masking.ON),
                shown.signals(Masking.OFF),
                shown.signals(Masking.ON),
                order.wantUnknown() ? new UndecidedReader(session, plan).read(decided) : List.of(),
                order.keeping() == Keeping.TRACED ? PlanText.of(plan) : "");
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
