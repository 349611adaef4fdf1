package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.CellCleaner;
import cn.mingjian.intake.clean.Cleaned;
import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.intake.store.Batch.Rejection;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads and cleans the records of a source on a thread of its own, a few batches ahead of the engine. */
final class BatchFeed implements AutoCloseable {

    private static final int AHEAD = 2;

    /**
     * A column that is cleaned.
     *
     * @param text where its text stands in a record
     * @param kept whether it is stored; else only the conditions at the door read it
     * @param required a row without it is rejected
     */
    record CleanColumn(
            String name, CellText text, Stored stored, CellCleaner cleaner, boolean kept, boolean required) {}

    /** What a source needs to be read as a table. */
    record Task(RowReader reader, long headerRow, int width, boolean positional, List<CleanColumn> columns) {}

    private final Task task;
    private final CleanColumn[] columns;
    private final LongConsumer rowsDone;
    private final Runnable ended;
    private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(AHEAD + 2);
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(AHEAD * 4);
    private final Batch end;
    private final Thread thread;
    private final Cleaned cleaned = new Cleaned();
    private volatile boolean stopped;
    private volatile boolean cancelled;
    private volatile @Nullable Throwable failure;
    private volatile long blank;
    private long blankSoFar;
    private long ordinal;

    /** @param ended told once, when the last record was read */
    BatchFeed(Task task, LongConsumer rowsDone, Runnable ended) {
        this.task = task;
        this.columns = task.columns().toArray(CleanColumn[]::new);
        this.rowsDone = rowsDone;
        this.ended = ended;
        this.end = new Batch(new BatchColumn[0]);
        this.thread = new Thread(this::run, "intake-reader");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The next batch; null at the end. */
    @Nullable
    Batch take() throws InterruptedException, IOException {
        Batch batch = ready.take();
        if (batch != end) {
            return batch;
        }
        ready.put(end);
        if (failure != null) {
            throw new IOException("The delivered file could not be read on.", failure);
        }
        return null;
    }

    void recycle(Batch batch) {
        free.offer(batch);
    }

    /** Ends the reading, from any thread; whoever waits for a batch is told that it failed. */
    void cancel() {
        cancelled = true;
        thread.interrupt();
    }

    /** What ended the reading early. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    long blankRows() {
        return blank;
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (RowReader reader = task.reader()) {
            read(reader);
        } catch (InterruptedException e) {
            if (!cancelled) {
                Thread.currentThread().interrupt();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failure = e;
        } finally {
            if (cancelled) {
                failure = new CancellationException("The import was stopped");
            }
            finish();
        }
    }

    /** Whoever waits for a batch is told the end, also when a stop comes just now. */
    private void finish() {
        boolean interrupted = false;
        boolean handed = false;
        while (!stopped && !handed) {
            try {
                handed = ready.offer(end, 100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(RowReader reader) throws IOException, InterruptedException {
        Row row = new Row();
        Batch batch = next();
        while (!stopped && !cancelled && reader.next(row)) {
            if (row.number() <= task.headerRow()) {
                continue;
            }
            if (row.blank()) {
                blankSoFar++;
                blank = blankSoFar;
                continue;
            }
            clean(row, batch);
            ordinal++;
            if (batch.full()) {
                ready.put(batch);
                rowsDone.accept(ordinal);
                batch = next();
            }
        }
        ended.run();
        if (batch.rows() > 0) {
            ready.put(batch);
        }
        rowsDone.accept(ordinal);
    }

    private Batch next() throws InterruptedException {
        Batch batch = free.poll();
        if (batch == null) {
            BatchColumn[] made = new BatchColumn[columns.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = new BatchColumn(columns[i].stored(), Batch.ROWS);
            }
            batch = new Batch(made);
        }
        batch.start(ordinal);
        return batch;
    }

    private void clean(Row row, Batch batch) {
        int index = batch.addRow(row.number());
        Reason broken = broken(row);
        if (broken != Reason.NONE) {
            for (int c = 0; c < columns.length; c++) {
                batch.column(c).setNull(index);
            }
            batch.reject(index, new Rejection(broken, -1, ""));
            return;
        }
        for (int c = 0; c < columns.length; c++) {
            CleanColumn column = columns[c];
            byte[] bytes = column.text().bytes(row);
            int from = column.text().from(row);
            int to = column.text().to(row);
            column.cleaner().clean(bytes, from, to, cleaned);
            batch.column(c).set(index, cleaned);
            batch.grow(to - from);
            if (column.kept() && cleaned.changed()) {
                batch.events().changed(index, c, cleaned.reason(), cleaned.invalid(), bytes, from, to);
            } else if (column.kept() && cleaned.invalid()) {
                batch.events().invalid(index, c);
            }
            Reason rejection = rejection(column);
            if (rejection != Reason.NONE) {
                batch.reject(index, new Rejection(rejection, c, delivered(row)));
            }
        }
    }

    private Reason broken(Row row) {
        return switch (row.fault()) {
            case QUOTE -> Reason.QUOTE;
            case TOO_LONG -> Reason.TOO_LONG;
            case JSON -> Reason.JSON;
            case NONE -> task.positional() || row.cells() == task.width() ? Reason.NONE : Reason.RAGGED;
        };
    }

    private Reason rejection(CleanColumn column) {
        if (!column.kept()) {
            return Reason.NONE;
        }
        return switch (cleaned.outcome()) {
            case VALUE -> Reason.NONE;
            case MISSING -> column.required() ? Reason.REQUIRED_MISSING : Reason.NONE;
            case UNTYPABLE -> column.required() ? cleaned.reason() : Reason.NONE;
            case LOST -> Reason.LOST;
        };
    }

    /** The cells of the columns that are kept, as delivered. */
    private String delivered(Row row) {
        StringBuilder json = new StringBuilder("{");
        for (CleanColumn column : columns) {
            if (column.kept()) {
                json.append(json.length() == 1 ? "\"" : ",\"")
                        .append(column.name())
                        .append("\":\"");
                json.append(JsonStringEncoder.getInstance()
                        .quoteAsString(column.text().of(row)));
                json.append('"');
            }
        }
        return json.append('}').toString();
    }
}
