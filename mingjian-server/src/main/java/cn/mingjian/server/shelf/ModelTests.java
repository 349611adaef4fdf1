package cn.mingjian.server.shelf;

import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.engine.worker.RunFolder;
import cn.mingjian.engine.worker.TrialAnswer;
import cn.mingjian.engine.worker.TrialOrder;
import cn.mingjian.engine.worker.WorkerException;
import cn.mingjian.engine.worker.WorkerRun;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.RunLimits;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Failure;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.shelf.TestedModel.TestProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs the tests of a model in a process of their own: of one model at a time, with one thread, bounded in memory and time.
 * What a server that died had begun is forgotten; the page then still says that this version was not tested.
 */
@Component
class ModelTests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTests.class);
    private static final OrderFile.Limits LIMITS = RunLimits.of(512L << 20, 1L << 30, 1, 900);

    private final TestResults results;
    private final ServerSettings settings;
    private final Acts acts;
    private final AtomicReference<@Nullable LiveTest> live = new AtomicReference<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "test a model");
        thread.setDaemon(true);
        return thread;
    });

    ModelTests(TestResults results, ServerSettings settings, Acts acts) {
        this.results = results;
        this.settings = settings;
        this.acts = acts;
    }

    /** Begins the tests of a model, unless those of any are being run. */
    void begin(Actor actor, ModelPackage pack) {
        LiveTest mine = new LiveTest(pack);
        LiveTest other = live.compareAndExchange(null, mine);
        if (other != null) {
            throw Refusal.conflict("shelf.tests-running", other.pack().title());
        }
        try {
            acts.write(actor, Act.of("model.test", "model", pack.id()).with("version", pack.version()), () -> {});
            worker.execute(() -> carryOut(actor, mine));
        } catch (RuntimeException e) {
            live.set(null);
            throw e;
        }
    }

    /** How far the tests of a model are, if they are being run. */
    Optional<TestProgress> running(String model) {
        return Optional.ofNullable(live.get())
                .filter(test -> test.pack().id().equals(model))
                .map(LiveTest::progress);
    }

    private void carryOut(Actor actor, LiveTest test) {
        ModelPackage pack = test.pack();
        try (RunFolder folder = RunFolder.make(settings.work());
                WorkerRun run = WorkerRun.start(folder, LIMITS, settings.library())) {
            test.begun(run);
            Path texts = pack.folder().toAbsolutePath();
            run.order(new TrialOrder(TrialOrder.Kind.CASES, texts.toString(), 0, Map.of(), "", LIMITS));
            TrialAnswer answer = run.awaitTrial(told -> test.at(told.done(), told.of()));
            Problems problems = new Problems();
            problems.addAll(answer.problems());
            problems.throwIfErrors();
            keep(actor, pack, CaseReport.of(answer), List.of());
        } catch (ProblemException e) {
            failed(actor, test, e.problems());
        } catch (WorkerException e) {
            failed(actor, test, List.of(e.problem()));
        } catch (RuntimeException e) {
            LOG.error("The tests of {} failed: {}", pack.id(), e.getClass().getName());
            failed(actor, test, List.of(Problem.error(Place.of(""), "shelf.tests-defect")));
        } finally {
            live.set(null);
        }
    }

    /** That the server ends is no outcome of a test. */
    private void failed(Actor actor, LiveTest test, List<Problem> problems) {
        if (!test.stopped()) {
            ModelPackage pack = test.pack();
            String cases = CaseReader.digest(pack.folder().resolve(CaseReader.FOLDER));
            keep(actor, pack, new CaseReport(pack.digest(), cases, 0, List.of()), problems);
        }
    }

    private void keep(Actor actor, ModelPackage pack, CaseReport report, List<Problem> problems) {
        Actor system = new Actor(actor.id(), Actor.Kind.SYSTEM, actor.office(), actor.department(), Set.of());
        Act act = Act.of("model.tested", "model", pack.id())
                .with("digest", report.digest())
                .with("cases", report.cases())
                .with("failed", report.failed().size());
        acts.write(
                system,
                act,
                () -> results.keep(pack, report, Failure.of(problems).problems()));
    }

    @Override
    public void close() {
        LiveTest test = live.get();
        if (test != null) {
            test.stop();
        }
        worker.shutdown();
    }
}
