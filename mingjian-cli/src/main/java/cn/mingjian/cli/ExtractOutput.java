package cn.mingjian.cli;

import cn.mingjian.documents.DocumentType;
import cn.mingjian.documents.ExtractRun;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.output.ExtractionJson;
import cn.mingjian.documents.output.LinesFile;
import cn.mingjian.documents.rows.RowFiles;
import cn.mingjian.documents.score.Score;
import cn.mingjian.documents.source.Delivered;
import cn.mingjian.model.Words;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the extractions of a run go: the file of elements, the files of rows, the score, and progress at most once a
 * second. Until {@link #finish} no file has its name; when the command line is interrupted (Ctrl-C) what was written is
 * removed.
 */
final class ExtractOutput implements ExtractRun.Receiver, AutoCloseable {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

    /** More documents of another kind than these are only counted. */
    private static final int MOST_NAMED = 20;

    private final Extractor extractor;
    private final ExtractionJson json;
    private final LinesFile elements;
    private final Optional<RowFiles> rows;
    private final Optional<Score> score;
    private final Common common;
    private final Thread hook = new Thread(this::discard, "discard at exit");
    /** Held while something is written; once the exit has begun it is never given back, so that nothing more is. */
    private final ReentrantLock writing = new ReentrantLock();

    private long documents;
    private long unreadable;
    private long ofAnotherKind;
    private boolean finished;
    private long last = System.nanoTime();

    private ExtractOutput(
            Extractor extractor, LinesFile elements, Optional<RowFiles> rows, Optional<Score> score, Common common) {
        this.extractor = extractor;
        this.json = new ExtractionJson(extractor.template());
        this.elements = elements;
        this.rows = rows;
        this.score = score;
        this.common = common;
    }

    static ExtractOutput open(DocumentType kind, Path out, Optional<Path> rows, Optional<Score> score, Common common)
            throws IOException {
        LinesFile elements = new LinesFile(out);
        Optional<RowFiles> files = rows.isEmpty() || kind.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new RowFiles(rows.get(), kind.rows().get()));
        ExtractOutput output = new ExtractOutput(kind.extractor(), elements, files, score, common);
        Runtime.getRuntime().addShutdownHook(output.hook);
        return output;
    }

    @Override
    public void extracted(Extraction extraction) throws IOException {
        writing.lock();
        try {
            documents++;
            if (!extractor.looksLike(extraction)) {
                another(extraction.id());
            }
            elements.line(json.line(extraction));
            if (rows.isPresent()) {
                rows.get().add(extraction);
            }
        } finally {
            writing.unlock();
        }
        score.ifPresent(held -> held.add(extraction));
    }

    /** Says that a document looks like one of another kind. */
    private void another(String id) {
        ofAnotherKind++;
        if (ofAnotherKind <= MOST_NAMED) {
            common.err().println(common.say("cli.extract-another-kind", id, title()));
        }
    }

    private Words title() {
        return extractor.template().title();
    }

    @Override
    public void noted(Delivered document, Problem note) {
        common.err().println(Messages.render(note, common.language()));
    }

    @Override
    public void unreadable(Delivered document, Problem problem) {
        unreadable++;
        common.err().println(Messages.render(problem, common.language()));
    }

    @Override
    public void at(long bytes, long of) {
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            long percent = of <= 0 ? 0 : Math.min(100, 100 * bytes / of);
            common.err().println(common.say("cli.extract-progress", documents, percent));
        }
    }

    /** Gives the files their names. */
    void finish() throws IOException {
        writing.lock();
        try {
            if (rows.isPresent()) {
                rows.get().finish();
            }
            elements.finish();
            finished = true;
        } finally {
            writing.unlock();
        }
    }

    /** Says what was written. */
    void tell(Path out) {
        common.out().println(common.say("cli.extract-written", out, documents, unreadable));
        if (ofAnotherKind > 0) {
            common.out().println(common.say("cli.extract-of-another-kind", ofAnotherKind, documents, title()));
        }
    }

    /** Whether there was something, and nothing of it could be read. */
    boolean nothingRead() {
        return documents == 0 && unreadable > 0;
    }

    private void discard() {
        writing.lock();
        if (finished) {
            return;
        }
        common.err().println(common.say("cli.extract-stopped", documents));
        try {
            closeFiles();
        } catch (IOException e) {
            // A file that cannot be removed keeps a name that says that it is not finished.
        }
    }

    private void closeFiles() throws IOException {
        if (rows.isPresent()) {
            rows.get().close();
        }
        elements.close();
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // The exit has begun, and the hook does what is left to do.
        }
        closeFiles();
    }
}
