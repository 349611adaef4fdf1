package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Reason;
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
            tally.scopeUnknown(batch.number(row));
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
            tally.rejected(rejection.reason(), batch.number(row));
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
        Events events = batch.events();
        for (toEventsOf(batch, row); atEventOf(batch, row); eventAt++) {
            note(events, number);
        }
        tally.kept();
        position++;
    }

    private void toEventsOf(Batch batch, int row) {
        while (eventAt < batch.events().count() && batch.events().row(eventAt) < row) {
            eventAt++;
        }
    }

    private boolean atEventOf(Batch batch, int row) {
        return eventAt < batch.events().count() && batch.events().row(eventAt) == row;
    }

    /** @param seen whether the texts may be told: those of a row that is not admitted are only counted */
    private void unknownCodes(Batch batch, int row, boolean seen) {
        for (toEventsOf(batch, row); atEventOf(batch, row); eventAt++) {
            unknownCode(batch.events(), seen);
        }
    }

    private void unknownCode(Events events, boolean seen) {
        if (events.reason(eventAt) == Reason.CODE && events.isChanged(eventAt)) {
            UnknownCodes unknown = tally.column(events.column(eventAt)).unknown();
            if (seen) {
                unknown.add(events.text(eventAt).trim());
            } else {
                unknown.addUnseen();
            }
        }
    }

    private void note(Events events, long number) throws IOException {
        Tally.ColumnTally column = tally.column(events.column(eventAt));
        unknownCode(events, true);
        if (events.isInvalid(eventAt)) {
            column.invalid(number);
        }
        if (events.isChanged(eventAt)) {
            column.changed(events.reason(eventAt), number);
            if (events.reason(eventAt) != Reason.ENCODING) {
                byte[] name = columnNames[events.column(eventAt)];
                raw.number(position).next().text(name, 0, name.length).next();
                events.write(eventAt, raw);
                raw.end();
            }
        }
    }
}
