package cn.mingjian.server.dataset;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.problem.Failure;
import cn.mingjian.server.problem.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes versions in behind the requests, one after the other. The queue is the table itself: what a server that died had
 * begun, the next one begins wholly anew, in the order in which it was brought.
 */
@Component
class ImportQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

    private final Versions versions;
    private final DatasetChanges changes;
    private final DatasetFiles files;
    private final ImportJob job;
    private final Acts acts;
    private final Map<UUID, LiveImport> live = new ConcurrentHashMap<>();
    private volatile boolean ending;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "take datasets in");
        thread.setDaemon(true);
        return thread;
    });

    ImportQueue(Versions versions, DatasetChanges changes, DatasetFiles files, ImportJob job, Acts acts) {
        this.versions = versions;
        this.changes = changes;
        this.files = files;
        this.job = job;
        this.acts = acts;
    }

    @EventListener(ApplicationStartedEvent.class)
    void resume() {
        versions.readingWithoutScope().forEach(this::enter);
    }

    /** Puts a version at the end of the queue. */
    void enter(Version version) {
        LiveImport waiting = new LiveImport();
        live.put(version.id(), waiting);
        worker.submit(() -> take(version.id(), waiting));
    }

    /** How far a version is; empty when it has ended. */
    Optional<LiveImport> find(UUID version) {
        return Optional.ofNullable(live.get(version));
    }

    /** Ends the work on a version, whose row says already that it failed or is destroyed. */
    void stop(UUID version) {
        find(version).ifPresent(LiveImport::stop);
    }

    private void take(UUID id, LiveImport attempt) {
        try {
            Optional<Version> version =
                    versions.findWithoutScope(id).filter(found -> found.state() == VersionState.READING);
            if (version.isPresent() && !ending) {
                take(version.get(), attempt);
            }
        } catch (RuntimeException e) {
            LOG.error("Taking version {} in failed: {}", id, e.getClass());
        } finally {
            live.remove(id, attempt);
        }
    }

    private void take(Version version, LiveImport attempt) {
        boolean done = false;
        try {
            done = job.take(version, attempt);
        } catch (ProblemException e) {
            failed(version, attempt, e.problems());
        } catch (Refusal e) {
            failed(version, attempt, e.problems());
        } catch (IOException | RuntimeException e) {
            if (!attempt.stopped()) {
                LOG.error("Taking version {} in failed: {}", version.id(), e.getClass());
            }
            failed(version, attempt, List.of(Problem.error(Place.of(""), "dataset.import-failed")));
        } finally {
            if (!done && !ending) {
                files.remove(version);
            }
        }
    }

    /** However it ended, the version says so; that somebody stopped it, or the server ends, is no failure. */
    private void failed(Version version, LiveImport attempt, List<Problem> problems) {
        if (attempt.stopped() || ending) {
            return;
        }
        acts.write(
                version.system(),
                Act.of("dataset.import-failed", "dataset", version.dataset())
                        .with("version", version.number())
                        .with("code", problems.isEmpty() ? "" : problems.get(0).code()),
                () -> {
                    changes.failed(version, Failure.of(problems).problems());
                });
    }

    @Override
    public void close() {
        ending = true;
        live.values().forEach(LiveImport::stop);
        worker.shutdownNow();
    }
}
