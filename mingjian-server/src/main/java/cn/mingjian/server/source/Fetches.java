package cn.mingjian.server.source;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Bringing;
import cn.mingjian.server.delivery.DeliveryWay;
import cn.mingjian.server.delivery.Incoming;
import cn.mingjian.server.problem.Failure;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches tables behind the requests, one after the other. A table becomes a delivery when it is whole; what a server that
 * dies was fetching leaves nothing behind and is ordered anew.
 */
@Component
class Fetches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);
    private static final int MOST = 200;

    private final SourceSettings settings;
    private final Databases databases;
    private final Bringing bringing;
    private final Acts acts;
    private final Map<UUID, Fetch> known = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "fetch tables");
        thread.setDaemon(true);
        return thread;
    });

    Fetches(SourceSettings settings, Databases databases, Bringing bringing, Acts acts) {
        this.settings = settings;
        this.databases = databases;
        this.bringing = bringing;
        this.acts = acts;
    }

    /** Orders that a table be fetched, which must be one of those that the database tells of. */
    Fetch order(Actor actor, Database database, String schema, String name) {
        OutsideTable table = databases.tables(database).stream()
                .filter(one -> one.schema().equals(schema) && one.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        Fetch fetch = new Fetch(actor);
        acts.write(
                actor,
                Act.of("source.fetch", "delivery", fetch.id())
                        .with("database", database.name())
                        .with("table", table.schema() + "." + table.name()),
                () -> {});
        if (known.size() >= MOST) {
            known.values().removeIf(Fetch::ended);
        }
        known.put(fetch.id(), fetch);
        worker.submit(() -> fetch(database, table, fetch));
        return fetch;
    }

    Fetch find(Actor actor, UUID id) {
        return Optional.ofNullable(known.get(id))
                .filter(fetch -> fetch.of(actor))
                .orElseThrow(Refusal::notThere);
    }

    private void fetch(Database database, OutsideTable table, Fetch fetch) {
        try {
            fetch.endIfStopped();
            Incoming rows = new Incoming(table.file(), file -> write(database, table, fetch, file));
            bringing.bringRegisters(fetch.system(), fetch.id(), DeliveryWay.DATABASE, List.of(rows));
            fetch.done();
        } catch (CancellationException e) {
            fetch.failed(List.of());
        } catch (Refusal e) {
            fetch.failed(Failure.of(e.problems()).problems());
        } catch (RuntimeException e) {
            LOG.error(
                    "Fetching table of delivery {} failed: {}",
                    fetch.id(),
                    e.getClass().getName());
            fetch.failed(Failure.of(List.of(Problem.error(Place.of(""), "sources.fetch-failed")))
                    .problems());
        }
    }

    private void write(Database database, OutsideTable table, Fetch fetch, Path file) {
        new Reading(databases.open(database), table, fetch)
                .write(file, Duration.ofMinutes(settings.limits().minutes()));
    }

    @Override
    public void close() {
        known.values().forEach(Fetch::stop);
        worker.shutdownNow();
    }
}
