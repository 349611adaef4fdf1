package cn.mingjian.documents;

import cn.mingjian.documents.correction.Corrections;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.source.Delivered;
import cn.mingjian.documents.source.DocumentSource;
import cn.mingjian.documents.text.LegalText;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Extracts all documents of a source on several threads and hands the results on in the order of the source; only a few
 * documents are in memory at a time.
 */
public final class ExtractRun {

    private static final int WAITING_PER_THREAD = 8;
    /** Characters of documents that wait; a long one goes alone. */
    private static final long MOST_WAITING = 16_000_000;

    /** Takes what comes out, in the order of the source and on the thread of the caller. */
    public interface Receiver {

        /** A document was read. */
        void extracted(Extraction extraction) throws IOException;

        /** Of a document that is about to be handed on something may not be read right. */
        void noted(Delivered document, Problem note);

        /** A document could not be read. */
        void unreadable(Delivered document, Problem problem) throws IOException;

        /** How far the source is read, in bytes. */
        void at(long bytes, long of);
    }

    private record Waiting(Delivered document, Future<Optional<Extraction>> extraction, long characters) {}

    private final Extractor extractor;
    private final Corrections corrections;
    private final int threads;

    public ExtractRun(Extractor extractor, Corrections corrections, int threads) {
        this.extractor = extractor;
        this.corrections = corrections;
        this.threads = threads;
    }

    /** Runs to the end of the source; stops at once when the thread is interrupted. */
    public void run(DocumentSource source, Receiver receiver) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "extract");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Waiting> waiting = new ArrayDeque<>();
            long characters = 0;
            for (Optional<Delivered> next = source.next(); next.isPresent(); next = source.next()) {
                Delivered document = next.get();
                long length = document.text().map(String::length).orElse(0);
                while (!waiting.isEmpty()
                        && (waiting.size() >= threads * WAITING_PER_THREAD || characters + length > MOST_WAITING)) {
                    characters -= handOn(waiting.remove(), receiver);
                }
                waiting.add(new Waiting(document, pool.submit(() -> extraction(document)), length));
                characters += length;
                receiver.at(source.bytesRead(), source.bytes());
            }
            while (!waiting.isEmpty()) {
                handOn(waiting.remove(), receiver);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<Extraction> extraction(Delivered document) {
        return document.text()
                .map(text -> corrections.applied(
                        extractor.extract(document.id(), LegalText.of(text)), extractor.template()));
    }

    private static long handOn(Waiting waiting, Receiver receiver) throws IOException, InterruptedException {
        try {
            Optional<Extraction> extraction = waiting.extraction().get();
            Delivered document = waiting.document();
            if (extraction.isPresent()) {
                document.problem().ifPresent(note -> receiver.noted(document, note));
                receiver.extracted(extraction.get());
            } else {
                receiver.unreadable(document, document.problem().orElseThrow());
            }
            return waiting.characters();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
