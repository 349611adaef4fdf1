package cn.mingjian.server.draft;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.engine.worker.RunFolder;
import cn.mingjian.engine.worker.TrialOrder;
import cn.mingjian.engine.worker.WorkerException;
import cn.mingjian.engine.worker.WorkerRun;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Trials of drafts, one after the other, each in a process of its own. What comes out is kept in memory alone, for the person
 * who asked, until the next trial of that draft or the end of the server; nothing of it reaches a disk or a list.
 */
@Component
class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final int MOST_KEPT = 40;
    private static final int MOST_WAITING = 8;

    private final Library library;
    private final Path work;
    private final ExecutorService one = Executors.newSingleThreadExecutor(queued -> {
        Thread thread = new Thread(queued, "trial of a draft");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Whose, LiveTrial> trials = new LinkedHashMap<>();

    private record Whose(int account, UUID draft) {}

    Trials(Library library, ServerSettings settings) {
        this.library = library;
        this.work = settings.work();
    }

    /**
     * What is tried.
     *
     * @param bindings folders of dataset versions by contract
     * @param asOf empty where cases have days of their own
     */
    record Order(
            TrialKind kind, int testCase, Map<String, List<String>> bindings, String asOf, OrderFile.Limits limits) {}

    /** A trial that waits; an earlier one of that person and draft must have ended, and is forgotten. */
    LiveTrial admit(Actor actor, DraftPage draft, TrialKind kind) {
        LiveTrial trial = new LiveTrial(kind, draft.row().revision());
        Whose whose = new Whose(actor.id(), draft.row().id());
        synchronized (trials) {
            LiveTrial earlier = trials.get(whose);
            if (earlier != null && !earlier.ended()) {
                throw Refusal.conflict("draft.trial-going");
            }
            if (trials.values().stream().filter(each -> !each.ended()).count() >= MOST_WAITING) {
                throw Refusal.of(429, "draft.trials-many");
            }
            trials.remove(whose);
            trials.put(whose, trial);
            forget();
        }
        return trial;
    }

    /** Lets a trial begin as soon as those before it have ended. */
    void queue(LiveTrial trial, DraftPage draft, Order order) {
        DraftText text = DraftText.of(draft.files());
        one.execute(() -> carryOut(trial, text, order));
    }

    /** Stops and forgets all trials of a draft that is thrown away. */
    void forget(UUID draft) {
        synchronized (trials) {
            trials.entrySet().removeIf(entry -> {
                boolean its = entry.getKey().draft().equals(draft);
                if (its) {
                    entry.getValue().stop();
                }
                return its;
            });
        }
    }

    /** Lets go of the oldest that have ended. */
    private void forget() {
        List<Whose> ended = trials.entrySet().stream()
                .filter(entry -> entry.getValue().ended())
                .map(Map.Entry::getKey)
                .toList();
        ended.subList(0, Math.min(ended.size(), Math.max(0, trials.size() - MOST_KEPT)))
                .forEach(trials::remove);
    }

    /** The latest trial of a draft by that person, if it is still known. */
    Optional<LiveTrial> find(Actor actor, UUID draft) {
        synchronized (trials) {
            return Optional.ofNullable(trials.get(new Whose(actor.id(), draft)));
        }
    }

    /** Stops all, because the server ends. */
    @PreDestroy
    void stopAll() {
        List<LiveTrial> going;
        synchronized (trials) {
            going = new ArrayList<>(trials.values());
        }
        going.forEach(LiveTrial::stop);
        one.shutdownNow();
    }

    private void carryOut(LiveTrial trial, DraftText text, Order order) {
        if (!trial.begin()) {
            return;
        }
        try (RunFolder folder = RunFolder.make(work)) {
            try {
                text.write(folder.pack());
                carryOut(trial, folder, order);
            } catch (IOException | RuntimeException e) {
                trial.failed(problems(e), folder.pack());
            }
        } catch (RuntimeException e) {
            trial.failed(problems(e), work);
        }
    }

    private void carryOut(LiveTrial trial, RunFolder folder, Order order) {
        try (WorkerRun worker = WorkerRun.start(folder, order.limits(), library.folder())) {
            trial.stoppable(worker::stop);
            worker.order(new TrialOrder(
                    TrialOrder.Kind.valueOf(order.kind().name()),
                    folder.pack().toString(),
                    order.testCase(),
                    order.bindings(),
                    order.asOf(),
                    order.limits()));
            trial.done(worker.awaitTrial(told -> {}), folder.pack());
        }
    }

    private static List<Problem> problems(Exception failure) {
        if (failure instanceof ProblemException known) {
            return known.problems();
        }
        if (failure instanceof WorkerException worker) {
            return List.of(worker.problem());
        }
        if (failure instanceof DuckException engine) {
            return List.of(Problem.error(Place.of(""), engine.code()));
        }
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("A trial failed: {} at {}", failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return List.of(Problem.error(Place.of(""), "draft.trial-defect"));
    }
}
