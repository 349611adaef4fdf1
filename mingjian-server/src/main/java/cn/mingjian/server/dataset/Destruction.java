package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.problem.Refusal;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Destroys versions: first their row says so, with who, when, why, how many rows and which digest; then the rows go, and
 * what a server that died between the two left goes at the next start. Every hour it destroys what has reached its day.
 */
@Component
class Destruction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Destruction.class);
    private static final int LONGEST = 200;
    private static final String DAY_HAS_COME = "-";

    private final Datasets datasets;
    private final Versions versions;
    private final DatasetChanges changes;
    private final DatasetFiles files;
    private final ImportQueue queue;
    private final Catalogue catalogue;
    private final Acts acts;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "destroy datasets");
        thread.setDaemon(true);
        return thread;
    });

    Destruction(
            Datasets datasets,
            Versions versions,
            DatasetChanges changes,
            DatasetFiles files,
            ImportQueue queue,
            Catalogue catalogue,
            Acts acts) {
        this.datasets = datasets;
        this.versions = versions;
        this.changes = changes;
        this.files = files;
        this.queue = queue;
        this.catalogue = catalogue;
        this.acts = acts;
    }

    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        clockwork.scheduleWithFixedDelay(this::destroyEnded, 0, 1, TimeUnit.HOURS);
    }

    /** Destroys one version; refuses while another carries its rows on. */
    void one(Actor actor, Version version, String reason) {
        String why = checked(reason);
        if (versions.carriedOn(version)) {
            throw Refusal.conflict("dataset.carried-on", version.number());
        }
        if (!destroy(actor, version, why)) {
            throw Refusal.conflict("dataset.destroyed-already");
        }
    }

    /** Destroys all versions of a dataset. */
    void all(Actor actor, Dataset dataset, String reason) {
        String why = checked(reason);
        versions.of(dataset).forEach(version -> destroy(actor, version, why));
    }

    /** Destroys what has reached its day, as the system, in the name of who brought it. */
    void destroyEnded() {
        try {
            for (Dataset dataset : datasets.endedWithoutScope(catalogue.today())) {
                List<Version> all = versions.of(dataset);
                all.forEach(version -> destroy(version.system(), version, DAY_HAS_COME));
            }
        } catch (RuntimeException e) {
            LOG.error("Destroying datasets failed: {}", e.getClass());
        }
    }

    private static String checked(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST || why.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.bad("dataset.destroy-reason", LONGEST);
        }
        return why;
    }

    private boolean destroy(Actor actor, Version version, String reason) {
        if (version.state() == VersionState.DESTROYED) {
            return false;
        }
        Act act = Act.of("dataset.destroy", "dataset", version.dataset())
                .with("version", version.number())
                .with("rows", String.valueOf(version.rows()))
                .with("digest", String.valueOf(version.digest()))
                .with("by", actor.kind());
        boolean destroyed = acts.write(actor, act, () -> changes.destroyed(actor, version, reason));
        if (destroyed) {
            queue.stop(version.id());
            files.remove(version);
        }
        return destroyed;
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
