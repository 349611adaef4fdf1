package cn.mingjian.server.run;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckException;
import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.engine.worker.WorkerException;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.Words;
import cn.mingjian.model.clue.Funnel.RuleCount;
import cn.mingjian.model.contract.Lack;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.Binding;
import cn.mingjian.running.FormRegister;
import cn.mingjian.running.ModelRun;
import cn.mingjian.running.ProductVersion;
import cn.mingjian.running.RunValues;
import cn.mingjian.running.StopAtExit;
import cn.mingjian.server.dataset.Bindings;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.installation.MachineLimits;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Carries a run out, from the import to its end. Whatever happens, the run ends in one transaction: done with all its
 * clues, or failed with sentences and without any.
 */
@Component
class RunExecution {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final Runs runs;
    private final RunEnds ends;
    private final LiveRuns live;
    private final KeptPackages packages;
    private final Deliveries deliveries;
    private final Bindings bindings;
    private final RunDatasets datasets;
    private final RunFiles files;
    private final Library library;
    private final Compiler compiler;
    private final OrderFile.Limits limits = MachineLimits.ofOneRun();

    RunExecution(
            Runs runs,
            RunEnds ends,
            LiveRuns live,
            KeptPackages packages,
            Deliveries deliveries,
            Bindings bindings,
            RunDatasets datasets,
            RunFiles files,
            Library library,
            Compiler compiler) {
        this.runs = runs;
        this.ends = ends;
        this.live = live;
        this.packages = packages;
        this.deliveries = deliveries;
        this.bindings = bindings;
        this.datasets = datasets;
        this.files = files;
        this.library = library;
        this.compiler = compiler;
    }

    /** Carries a run out unless it has ended; one that a dead server began is begun wholly anew. */
    void execute(UUID id) {
        Optional<Run> begun = runs.findWithoutScope(id).flatMap(ends::begin);
        if (begun.isEmpty()) {
            return;
        }
        Run run = begun.get();
        LiveRun attempt = new LiveRun(run, packages, () -> ends.running(run));
        live.begin(attempt);
        try {
            carryOut(run, attempt);
        } catch (DataAccessException | TransactionException e) {
            throw e; // without its database the run can neither end nor fail: it is begun anew
        } catch (IOException | RuntimeException e) {
            if (StopAtExit.hasBegun() || attempt.stopped() && !ended(run)) {
                ends.handedBack(run);
                throw new IllegalStateException("The server ends; the run is begun anew", e);
            }
            if (!attempt.stopped()) {
                ends.failed(run, attempt, problems(e));
            }
        } finally {
            live.end(attempt);
        }
    }

    /** Whether somebody stopped the run, and not the server all that goes on. */
    private boolean ended(Run run) {
        return runs.findWithoutScope(run.id()).map(now -> now.state().ended()).orElse(true);
    }

    private void carryOut(Run run, LiveRun attempt) throws IOException {
        ModelPackage pack = packages.anew(run.digest());
        // Its orderer was asked at the order whether delivery and datasets are theirs to use.
        Delivery delivery = delivery(run.delivery(), pack);
        Map<String, List<DatasetVersion>> there = bindings.openWithoutScope(datasets.of(run));
        Problems problems = new Problems();
        new FormRegister(files.forms()).check(delivery, pack, problems);
        problems.addAll(delivery.problems());
        RunValues values = RunOrders.values(pack, run.parameters(), problems);
        problems.throwIfErrors();
        ModelRun.Wish wish = new ModelRun.Wish(
                values,
                run.purpose().words(run.purposeText()).zh(),
                Keeping.SHARED,
                false,
                files.numberingKey(),
                ProductVersion.text());
        new ModelRun(library, compiler, limits, files.work())
                .run(
                        pack,
                        delivery,
                        there,
                        run.asOf(),
                        wish,
                        attempt,
                        answer -> accept(run, attempt, answer, problems));
    }

    private Delivery delivery(@Nullable UUID id, ModelPackage pack) {
        return id == null
                ? Delivery.nothing()
                : Binding.open(deliveries.openWithoutScope(id).data(), List.of(pack), library);
    }

    private void accept(Run run, LiveRun attempt, RunAnswer answer, Problems problems) throws IOException {
        attempt.accepting();
        List<RuleCount> rules = answer.funnel().rules();
        if (rules.stream().allMatch(rule -> rule.state().equals(RuleCount.NOT_RUNNABLE))) {
            List<Lack> lacks =
                    rules.stream().flatMap(rule -> rule.lacks().stream()).toList();
            Words missing = packages.words(run).both(words -> words.lacks(lacks));
            throw new ProblemException(Place.of(""), "server.run-nothing-checked", rules.size(), missing);
        }
        ends.done(run, attempt, answer, problems.list());
    }

    private static List<Problem> problems(Exception failure) {
        if (failure instanceof ProblemException known) {
            return known.problems();
        }
        if (failure instanceof Refusal refusal) {
            return refusal.problems();
        }
        if (failure instanceof WorkerException worker) {
            return List.of(worker.problem());
        }
        if (failure instanceof DuckException engine) {
            return List.of(Problem.error(Place.of(""), engine.code()));
        }
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("A run failed: {} at {}", failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return List.of(Problem.error(Place.of(""), "server.run-defect"));
    }
}
