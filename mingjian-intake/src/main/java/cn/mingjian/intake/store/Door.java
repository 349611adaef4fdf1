package cn.mingjian.intake.store;

import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.intake.store.BatchFeed.CleanColumn;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Where delivered rows enter the engine. A table function hands over the batches of a feed, one after another and on one
 * thread, so that rows keep their order; a function in the WHERE clause of the same statement is told what the conditions
 * say of each row, lets the {@link Ledger} note it, and answers whether the row is stored. A row that is not admitted has
 * been nowhere but in the memory of that statement.
 */
final class Door {

    static final String ROWS = "mj_delivered";
    static final String JUDGE = "mj_keep";
    static final String NOTE = "mj_note";
    static final String COMPANION = "mj_companion";
    static final String ORDINAL = "mj ordinal";

    /** More rows than any register has: so the engine never builds a join on the delivered side. */
    private static final long MANY = 1_000_000_000_000L;

    private @Nullable Passage passage;

    /** What passes through the door just now; without a ledger nothing is judged, only companions are noted. */
    private record Passage(
            BatchFeed feed,
            List<CleanColumn> columns,
            @Nullable Ledger ledger,
            Map<Integer, BitSet> companions) {}

    private Door() {}

    /** Makes the functions known to a session. */
    static Door in(DuckSession session) {
        Door door = new Door();
        session.register(door::register);
        return door;
    }

    /**
     * From here on the functions serve this source.
     *
     * @param companions by the place of the admission, the running numbers of the rows that it lets in
     */
    void open(BatchFeed feed, List<CleanColumn> columns, @Nullable Ledger ledger, Map<Integer, BitSet> companions) {
        passage = new Passage(feed, columns, ledger, companions);
    }

    private void register(Connection connection) throws SQLException {
        DuckDBFunctions.tableFunction().withName(ROWS).withFunction(new Rows()).register(connection);
        DuckDBFunctions.scalarFunction()
                .withName(JUDGE)
                .withParameter(Long.class)
                .withParameter(Boolean.class)
                .withReturnType(Boolean.class)
                .withVolatile()
                .withVectorizedFunction(this::judge)
                .register(connection);
        DuckDBFunctions.scalarFunction()
                .withName(NOTE)
                .withParameters(Long.class, Long.class, Long.class)
                .withReturnType(Boolean.class)
                .withVolatile()
                .withVectorizedFunction(this::note)
                .register(connection);
        DuckDBFunctions.scalarFunction()
                .withName(COMPANION)
                .withParameters(Long.class, Long.class)
                .withReturnType(Boolean.class)
                .withVolatile()
                .withVectorizedFunction(this::companion)
                .register(connection);
    }

    private Passage passage() {
        if (passage == null) {
            throw new IllegalStateException("Nothing is at the door.");
        }
        return passage;
    }

    private void judge(DuckDBDataChunkReader rows, DuckDBWritableVector keep) throws IOException {
        Ledger ledger = passage().ledger();
        if (ledger == null) {
            throw new IllegalStateException("Nobody waits for a verdict.");
        }
        DuckDBReadableVector ordinals = rows.vector(0);
        DuckDBReadableVector admitted = rows.vector(1);
        for (long row = 0; row < rows.rowCount(); row++) {
            Boolean verdict = admitted.isNull(row) ? null : admitted.getBoolean(row);
            keep.setBoolean(row, ledger.judge(ordinals.getLong(row), verdict));
        }
    }

    /** Notes that a row has one it accompanies; the third argument ties the call to the pair of rows. */
    private void note(DuckDBDataChunkReader rows, DuckDBWritableVector noted) {
        for (long row = 0; row < rows.rowCount(); row++) {
            companions(rows, row).set(Math.toIntExact(rows.vector(1).getLong(row)));
            noted.setBoolean(row, true);
        }
    }

    private void companion(DuckDBDataChunkReader rows, DuckDBWritableVector found) {
        for (long row = 0; row < rows.rowCount(); row++) {
            found.setBoolean(
                    row,
                    companions(rows, row).get(Math.toIntExact(rows.vector(1).getLong(row))));
        }
    }

    private BitSet companions(DuckDBDataChunkReader rows, long row) {
        BitSet companions = passage().companions().get((int) rows.vector(0).getLong(row));
        if (companions == null) {
            throw new IllegalStateException("No companions were looked for.");
        }
        return companions;
    }

    private final class Rows implements DuckDBTableFunction<Passage, Passage, Object> {

        @Override
        public Passage bind(DuckDBTableFunctionBindInfo info) throws SQLException {
            Passage now = passage();
            for (CleanColumn column : now.columns()) {
                try (DuckDBLogicalType type = column.stored().handed()) {
                    info.addResultColumn(column.name(), type);
                }
            }
            info.setCardinality(MANY, false);
            return now;
        }

        @Override
        public Passage init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            return info.getBindData();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) throws Exception {
            Passage now = info.getInitData();
            Batch batch = now.feed().take();
            if (batch == null) {
                return 0;
            }
            int rows = batch.rows();
            for (int c = 0; c < batch.columns().length; c++) {
                batch.column(c).write(chunk.vector(c), rows);
            }
            Ledger ledger = now.ledger();
            if (ledger == null) {
                now.feed().recycle(batch);
            } else {
                ledger.expect(batch);
            }
            return rows;
        }
    }
}
