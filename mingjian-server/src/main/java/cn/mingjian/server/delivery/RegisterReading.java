package cn.mingjian.server.delivery;

import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads registers through once, behind the request, for the day that is proposed for a run. */
@Component
class RegisterReading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterReading.class);
    /** Nobody minds so long; most forms are read by then. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final Deliveries deliveries;
    private final Looking looking;
    private final DeliveredTables tables;
    private final ApplicationEventPublisher events;
    private final Acts acts;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "read registers");
        thread.setDaemon(true);
        return thread;
    });

    RegisterReading(
            Deliveries deliveries,
            Looking looking,
            DeliveredTables tables,
            ApplicationEventPublisher events,
            Acts acts,
            Clock clock) {
        this.deliveries = deliveries;
        this.looking = looking;
        this.tables = tables;
        this.events = events;
        this.acts = acts;
        this.clock = clock;
    }

    /** Reads what a server that ended did not finish. */
    @EventListener(ApplicationStartedEvent.class)
    void resume() {
        deliveries.readingWithoutScope().stream()
                .filter(brought -> !brought.kind().documents())
                .forEach(brought -> worker.submit(() -> read(brought)));
    }

    /** Begins to read, and waits a moment for the end. */
    void begin(Brought brought) {
        Future<?> end = worker.submit(() -> read(brought));
        try {
            end.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on behind the request.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Brought brought) {
        Found found = found(brought);
        acts.write(brought.system(), Act.of("delivery.ready", "delivery", brought.id()), () -> {
            deliveries.ready(brought.id(), found.latest());
            tables.add(brought.id(), found.columns());
            events.publishEvent(
                    new DeliveryRead(brought, found.form(), found.columns().keySet()));
        });
    }

    /** What one reading of registers finds. */
    private record Found(
            @Nullable LocalDate latest, @Nullable String form, Map<String, Set<String>> columns) {}

    /** A file that breaks off in its middle gives no proposal; the import of a run says what is wrong with it. */
    private Found found(Brought brought) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        Map<String, Set<String>> columns = new TreeMap<>();
        @Nullable String form = null;
        @Nullable LocalDate latest = null;
        try {
            Delivery delivery = looking.open(deliveries.data(brought));
            delivery.tables().forEach((contract, table) -> columns.put(contract, table.columns()));
            form = delivery.formNumber().orElse(null);
            latest = LatestRow.in(delivery, today).orElse(null);
        } catch (IOException | RuntimeException e) {
            LOG.warn("No day is proposed for delivery {}: {}", brought.id(), e.getClass());
        }
        return new Found(latest, form, columns);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
