package cn.mingjian.intake.store;

import cn.mingjian.intake.clean.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was counted while one source went through the door. Only rows that were kept count for a column. */
public final class Tally {

    /** Examples of each column and kind, of rejected rows and of rows of unknown scope, are not more than this. */
    public static final int EXAMPLES = 5;

    /**
     * A cell that could not be taken; never its text.
     *
     * @param row the delivered row
     */
    public record Example(long row, Reason reason) {}

    /** What happened to the cells of one column. */
    public static final class ColumnTally {
        private long changed;
        private long invalid;
        private final Map<Reason, Long> untypable = new EnumMap<>(Reason.class);
        private final List<Example> examples = new ArrayList<>();
        private final UnknownCodes unknown = new UnknownCodes();

        /** What stood where a code was expected, in rows that were kept or rejected. */
        public UnknownCodes unknown() {
            return unknown;
        }

        public long changed() {
            return changed;
        }

        public long invalid() {
            return invalid;
        }

        public Map<Reason, Long> untypable() {
            return untypable;
        }

        public List<Example> examples() {
            return examples;
        }

        void changed(Reason reason, long row) {
            changed++;
            if (reason != Reason.NONE) {
                untypable.merge(reason, 1L, Long::sum);
                example(reason, row);
            }
        }

        void invalid(long row) {
            invalid++;
            example(Reason.NONE, row);
        }

        private void example(Reason reason, long row) {
            long alike = examples.stream()
                    .filter(example -> (example.reason() == Reason.NONE) == (reason == Reason.NONE))
                    .count();
            if (alike < EXAMPLES) {
                examples.add(new Example(row, reason));
            }
        }
    }

    private long read;
    private long kept;
    private long blank;
    private long outOfScope;
    private long scopeUnknown;
    private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    private final List<Long> firstRejected = new ArrayList<>();
    private final List<Long> firstScopeUnknown = new ArrayList<>();
    private final List<ColumnTally> columns = new ArrayList<>();

    Tally(int columnCount) {
        for (int i = 0; i < columnCount; i++) {
            columns.add(new ColumnTally());
        }
    }

    void read() {
        read++;
    }

    void kept() {
        kept++;
    }

    void blank(long rows) {
        blank = rows;
    }

    void outOfScope() {
        outOfScope++;
    }

    void scopeUnknown(long row) {
        scopeUnknown++;
        if (firstScopeUnknown.size() < EXAMPLES) {
            firstScopeUnknown.add(row);
        }
    }

    void rejected(Reason reason, long row) {
        rejected.merge(reason, 1L, Long::sum);
        if (firstRejected.size() < EXAMPLES) {
            firstRejected.add(row);
        }
    }

    ColumnTally column(int index) {
        return columns.get(index);
    }

    /** Rows that are not blank. */
    public long rowsRead() {
        return read;
    }

    public long rowsKept() {
        return kept;
    }

    public long rowsBlank() {
        return blank;
    }

    public long rowsOutOfScope() {
        return outOfScope;
    }

    public long rowsScopeUnknown() {
        return scopeUnknown;
    }

    public Map<Reason, Long> rejections() {
        return rejected;
    }

    /** The first delivered rows that were rejected. */
    public List<Long> firstRejected() {
        return firstRejected;
    }

    /** The first delivered rows of which it could not be told whether they are admitted. */
    public List<Long> firstScopeUnknown() {
        return firstScopeUnknown;
    }

    public long rowsRejected() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In the order of the columns that were cleaned. */
    public List<ColumnTally> columns() {
        return columns;
    }
}
