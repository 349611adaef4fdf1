package cn.mingjian.server.document;

import cn.mingjian.documents.DocumentType;
import cn.mingjian.documents.DocumentTypes;
import cn.mingjian.documents.ExtractRun;
import cn.mingjian.documents.correction.Corrections;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.facts.FactsExtractor;
import cn.mingjian.documents.rows.RowFiles;
import cn.mingjian.documents.source.DocumentSource;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.delivery.Brought;
import cn.mingjian.server.delivery.DeliveredTables;
import cn.mingjian.server.delivery.Deliveries;
import cn.mingjian.server.delivery.DeliveryBrought;
import cn.mingjian.server.delivery.DeliveryRead;
import cn.mingjian.server.delivery.Secrecy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the documents of deliveries behind the requests, one delivery after the other. A reading is whole or nothing: what a
 * server that died had begun, the next one begins anew.
 */
@Component
class DocumentReading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentReading.class);
    private static final long PROGRESS_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Deliveries deliveries;
    private final Documents documents;
    private final DocumentCorrections corrections;
    private final ReadFolder folder;
    private final Library library;
    private final DeliveredTables tables;
    private final Secrecy secrecy;
    private final ApplicationEventPublisher events;
    private final Acts acts;
    private final Map<String, DocumentType> types = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "read documents");
        thread.setDaemon(true);
        return thread;
    });
    private long progressAt = System.nanoTime();

    DocumentReading(
            Deliveries deliveries,
            Documents documents,
            DocumentCorrections corrections,
            ReadFolder folder,
            Library library,
            DeliveredTables tables,
            Secrecy secrecy,
            ApplicationEventPublisher events,
            Acts acts) {
        this.deliveries = deliveries;
        this.documents = documents;
        this.corrections = corrections;
        this.folder = folder;
        this.library = library;
        this.tables = tables;
        this.secrecy = secrecy;
        this.events = events;
        this.acts = acts;
    }

    /** The kind of document that a delivery holds. */
    DocumentType type(Brought brought) {
        return types.computeIfAbsent(brought.kind().word(), type -> DocumentTypes.open(library.folder(), type));
    }

    /** Finds the persons of a judgment, victims and witnesses among them. */
    Extractor facts() {
        return types.computeIfAbsent(FactsExtractor.TYPE, type -> DocumentTypes.open(library.folder(), type))
                .extractor();
    }

    @EventListener(ApplicationStartedEvent.class)
    void resume() {
        deliveries.readingWithoutScope().stream()
                .filter(brought -> brought.kind().documents())
                .forEach(brought -> worker.submit(() -> ended(brought, () -> read(brought))));
    }

    @EventListener
    void brought(DeliveryBrought event) {
        worker.submit(() -> ended(event.delivery(), () -> read(event.delivery())));
    }

    /** Writes the rows of a delivery anew, because somebody set something right. */
    void again(Brought brought) {
        worker.submit(() -> ended(brought, () -> readAgain(brought)));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** However a reading ends, the delivery says so; that the server stops is no end. */
    private void ended(Brought brought, Work work) {
        if (!deliveries.readsWithoutScope(brought.id())) {
            return;
        }
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            failed(brought, e.problems());
        } catch (IOException | RuntimeException e) {
            LOG.error("Reading delivery {} failed: {}", brought.id(), e.getClass());
            failed(brought, List.of(Problem.error(Place.of(""), "server.reading-failed")));
        }
    }

    private void failed(Brought brought, List<Problem> problems) {
        acts.write(
                brought.system(),
                Act.of("delivery.fail", "delivery", brought.id())
                        .with("why", problems.get(0).code()),
                () -> deliveries.failed(brought.id(), JsonMapper.shared().writeValueAsString(problems)));
        boolean secret = problems.stream().anyMatch(problem -> problem.code().equals("server.secrecy-mark"));
        if (secret) {
            folder.remove(brought);
        }
    }

    private void read(Brought brought) throws IOException, InterruptedException {
        DocumentType type = type(brought);
        DocumentCorrections.Known known = corrections.of(brought);
        Path begun = folder.begin(brought);
        try (Staging staging = Staging.of(folder.delivered(brought), begun.resolve("staging"), secrecy);
                Reading reading = new Reading(
                        type, known, begun, staging.documents(), secrecy, counts -> progress(brought, counts))) {
            for (Staging.Opening opening : staging.sources()) {
                try (DocumentSource source = opening.open()) {
                    new ExtractRun(type.extractor(), Corrections.NONE, THREADS).run(source, reading);
                }
            }
            reading.finish();
            staging.close();
            folder.finish(brought);
            finish(brought, known, reading);
        }
    }

    private void finish(Brought brought, DocumentCorrections.Known known, Reading reading) {
        Brought.Documents counts = reading.counts();
        Act act = Act.of("delivery.ready", "delivery", brought.id())
                .with("documents", counts.read())
                .with("unreadable", counts.unreadable());
        acts.write(brought.system(), act, () -> {
            if (!deliveries.progress(
                    brought.id(),
                    new Brought.Documents(
                            counts.read(),
                            counts.unreadable(),
                            counts.doubtful(),
                            counts.read() + counts.unreadable()))) {
                return;
            }
            documents.enter(brought.id(), reading.documents());
            if (counts.read() == 0) {
                Problem none = Problem.error(Place.of(""), "server.documents-none");
                deliveries.failed(brought.id(), JsonMapper.shared().writeValueAsString(List.of(none)));
            } else if (corrections.count(brought) == known.count()) {
                deliveries.ready(brought.id(), reading.latest().orElse(null));
                told(brought);
            }
        });
    }

    /** The rows that the documents gave are tables of the delivery as others are. */
    private void told(Brought brought) {
        Map<String, Set<String>> columns = new TreeMap<>();
        type(brought).rows().orElseThrow().contracts().forEach(id -> library.contracts()
                .find(id)
                .ifPresent(contract -> columns.put(id, contract.columns().keySet())));
        tables.add(brought.id(), columns);
        events.publishEvent(new DeliveryRead(brought, null, columns.keySet()));
    }

    private void readAgain(Brought brought) throws IOException {
        DocumentType type = type(brought);
        DocumentCorrections.Known known = corrections.of(brought);
        Path begun = folder.beginAgain(brought);
        try (BufferedReader lines = folder.lines(brought);
                RowFiles rows =
                        new RowFiles(begun.resolve(ReadFolder.ROWS), type.rows().orElseThrow())) {
            for (Documents.Kept kept : documents.allRead(brought)) {
                ReadFolder.Read read = ReadFolder.parsed(lines.readLine());
                Extraction extraction = type.extractor().extract(read.id(), LegalText.of(read.text()));
                rows.add(known.of(kept.row().no(), read.id())
                        .applied(extraction, type.extractor().template()));
            }
            rows.finish();
        }
        folder.finish(brought);
        acts.write(brought.system(), Act.of("delivery.ready", "delivery", brought.id()), () -> {
            if (corrections.count(brought) == known.count()) {
                deliveries.readyAgain(brought.id());
            }
        });
    }

    private void progress(Brought brought, Brought.Documents counts) {
        long now = System.nanoTime();
        if (now - progressAt >= PROGRESS_EVERY) {
            progressAt = now;
            acts.note(brought.system(), () -> {
                if (!deliveries.progress(brought.id(), counts)) {
                    throw new ProblemException(Place.of(""), "server.not-there"); // it was removed meanwhile
                }
            });
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
