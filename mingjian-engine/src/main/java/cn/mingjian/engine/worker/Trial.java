package cn.mingjian.engine.worker;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.cases.CaseRunner;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.Trace;
import cn.mingjian.engine.worker.TrialAnswer.CaseOutcome;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tries a package: its cases, one of them step by step, or the rows of datasets step by step. */
final class Trial {

    private final Library library;
    private final DuckLimits limits;
    private final TrialOrder order;
    private final StopLine stop;
    private final Consumer<Event> told;
    private final Problems problems = new Problems();

    Trial(Library library, Path temporary, TrialOrder order, StopLine stop, Consumer<Event> told) {
        this.library = library;
        OrderFile.Limits ordered = order.limits();
        this.limits = new DuckLimits(ordered.memoryBytes(), ordered.threads(), temporary, ordered.temporaryBytes());
        this.order = order;
        this.stop = stop;
        this.told = told;
    }

    /** @throws ProblemException when the package has errors */
    TrialAnswer run() {
        ModelPackage pack = PackageReader.read(Path.of(order.pack()), problems)
                .orElseThrow(() -> new ProblemException(problems.list()));
        return switch (order.kind()) {
            case CASES -> cases(pack);
            case CASE -> oneCase(pack);
            case DATASETS -> datasets(pack);
        };
    }

    private TrialAnswer cases(ModelPackage pack) {
        String casesDigest = CaseReader.digest(tests(pack));
        List<TestCase> cases = read(pack);
        List<CaseResult> results = runner().run(
                        pack,
                        cases,
                        problems,
                        done -> told.accept(new Event.Progress(Phase.STAGE, "", done, cases.size())));
        return new TrialAnswer(
                pack.digest(),
                casesDigest,
                results.stream().map(CaseOutcome::of).toList(),
                problems.list(),
                null);
    }

    private TrialAnswer oneCase(ModelPackage pack) {
        TestCase one = read(pack).stream()
                .filter(read -> read.number() == order.testCase())
                .findFirst()
                .orElseThrow(() -> new ProblemException(Place.of(""), "worker.no-case", order.testCase()));
        CaseRunner.TracedCase traced = runner().trace(pack, one, problems);
        return new TrialAnswer(
                pack.digest(), "", List.of(CaseOutcome.of(traced.result())), problems.list(), traced.trace());
    }

    private TrialAnswer datasets(ModelPackage pack) {
        Map<String, List<DatasetVersion>> bound = new LinkedHashMap<>();
        order.bindings()
                .forEach((contract, folders) -> bound.put(
                        contract,
                        folders.stream()
                                .map(folder -> DatasetVersion.read(Path.of(folder)))
                                .toList()));
        Engine engine = new Engine(library, limits, NumberingKey.PUBLISHED); // a trace numbers no clue
        stop.stopping(engine);
        Trace trace = engine.trace(pack, bound, LocalDate.parse(order.asOf()));
        return new TrialAnswer(pack.digest(), "", List.of(), problems.list(), trace);
    }

    /** The cases of the package; one that cannot be read is a mistake like any other. */
    private List<TestCase> read(ModelPackage pack) {
        List<TestCase> cases = CaseReader.read(tests(pack), problems);
        problems.throwIfErrors();
        return cases;
    }

    private static Path tests(ModelPackage pack) {
        return pack.folder().resolve(CaseReader.FOLDER);
    }

    private CaseRunner runner() {
        return new CaseRunner(Compiler.of(library), library.contracts(), this::session, limits.threads());
    }

    private DuckSession session() {
        DuckLimits one = new DuckLimits(limits.memoryBytes(), 1, limits.temporaryParent(), limits.temporaryBytes());
        return DuckSession.open(one, DuckFiles.none(), library.functions(), Planning.AS_WRITTEN);
    }
}
