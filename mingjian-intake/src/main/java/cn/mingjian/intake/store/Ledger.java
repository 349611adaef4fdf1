package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.store.Batch.Event;
import cn.mingjian.intake.store.Batch.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits with each row until the door has judged it, then counts it and writes what belongs beside it. Nothing of a row
 * that is not admitted is written anywhere.
 */
final class Ledger {

    private final Deque<Batch> waiting = new ArrayDeque<>();
    private final BatchFeed feed;
    private final List<String> columns;
    private final byte[][] columnNames;
    private final Tally tally;
    private final Spool places;
    private final Spool raw;
    private final RejectedRows rejected;
    private int eventAt;
    private long lastJudged = -1;
    private long position;
    private long expectedNumber = Long.MIN_VALUE;

    /** @param columns names of the cleaned columns */
    Ledger(BatchFeed feed, List<String> columns, Tally tally, Spool places, Spool raw, RejectedRows rejected) {
        this.feed = feed;
        this.columns = columns;
        this.columnNames = columns.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.tally = tally;
        this.places = places;
        this.raw = raw;
        this.rejected = rejected;
    }

    void expect(Batch batch) {
        waiting.add(batch);
    }

    /**
     * Judges a row; rows come in their order.
     *
     * @param admitted what the conditions at the door say; null is unknown
     * @return whether the row is stored
     */
    boolean judge(long ordinal, @Nullable Boolean admitted) throws IOException {
        if (ordinal <= lastJudged) {
            throw new IllegalStateException("The engine changed the order of the rows.");
        }
        lastJudged = ordinal;
        Batch batch = waiting.getFirst();
        while (ordinal >= batch.first() + batch.rows()) {
            feed.recycle(waiting.removeFirst());
            eventAt = 0;
            batch = waiting.getFirst();
        }
        int row = (int) (ordinal - batch.first());
        tally.read();
        if (admitted == null) {
            tally.scopeUnknown();
            unknownCodes(batch, row, false);
            return false;
        }
        if (!admitted) {
            tally.outOfScope();
            return false;
        }
        Rejection rejection = batch.rejection(row);
        if (rejection != null) {
            unknownCodes(batch, row, true);
            tally.rejected(rejection.reason());
            rejected.add(
                    batch.number(row),
                    rejection.column() < 0 ? "" : columns.get(rejection.column()),
                    rejection.reason(),
                    rejection.delivered());
            return false;
        }
        keep(batch, row);
        return true;
    }

    private void keep(Batch batch, int row) throws IOException {
        long number = batch.number(row);
        if (number != expectedNumber) {
            places.number(position).next().number(number).end();
        }
        expectedNumber = number + 1;
        toEventsOf(batch, row);
        for (; eventAt < batch.eventCount() && batch.event(eventAt).row() == row; eventAt++) {
            note(batch.event(eventAt), number);
        }
        tally.kept();
        position++;
    }

    private void toEventsOf(Batch batch, int row) {
        while (eventAt < batch.eventCount() && batch.event(eventAt).row() < row) {
            eventAt++;
        }
    }

    /** @param seen whether the texts may be told: those of a row that is not admitted are only counted */
    private void unknownCodes(Batch batch, int row, boolean seen) {
        toEventsOf(batch, row);
        for (; eventAt < batch.eventCount() && batch.event(eventAt).row() == row; eventAt++) {
            unknownCode(batch.event(eventAt), seen);
        }
    }

    private void unknownCode(Event event, boolean seen) {
        byte[] text = event.raw();
        if (event.reason() == Reason.CODE && text != null) {
            UnknownCodes unknown = tally.column(event.column()).unknown();
            if (seen) {
                unknown.add(new String(text, StandardCharsets.UTF_8).trim());
            } else {
                unknown.addUnseen();
            }
        }
    }

    private void note(Event event, long number) throws IOException {
        Tally.ColumnTally column = tally.column(event.column());
        unknownCode(event, true);
        if (event.invalid()) {
            column.invalid(number);
        }
        byte[] text = event.raw();
        if (text != null) {
            column.changed(event.reason(), number);
            if (event.reason() != Reason.ENCODING) {
                raw.number(position)
                        .next()
                        .text(columnNames[event.column()])
                        .next()
                        .text(text)
                        .end();
            }
        }
    }
}
