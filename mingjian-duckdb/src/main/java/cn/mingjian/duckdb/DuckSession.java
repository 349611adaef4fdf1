package cn.mingjian.duckdb;

import cn.mingjian.functions.DomainFunction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * An engine in memory with limits, the domain functions (under their {@link DomainFunction#engineName engine names}) and
 * no way out: it reads the files it was given, writes into the one folder it was given, and its settings cannot be
 * changed.
 *
 * <p>A session is a connection and belongs to one thread; {@link #duplicate} opens another on the same engine, which
 * shares tables but not temporary tables. Only {@link #cancel} and {@link #cancelled} may be called from other threads.
 * Every failure of the engine is a {@link DuckException}, after which the session can be used on.
 */
public final class DuckSession implements AutoCloseable {

    private static final int PAGE_ROWS = 20_000;
    private static final AtomicLong STREAMS = new AtomicLong();

    private final DuckDBConnection connection;
    private final StopSwitch stopSwitch;
    private final @Nullable TemporaryFolder temporary;

    private DuckSession(DuckDBConnection connection, StopSwitch stopSwitch, @Nullable TemporaryFolder temporary) {
        this.connection = connection;
        this.stopSwitch = stopSwitch;
        this.temporary = temporary;
    }

    /** Opens an engine of its own, locked from the first statement on. */
    public static DuckSession open(DuckLimits limits, DuckFiles files, List<DomainFunction> functions) {
        return open(limits, files, functions, Planning.OPTIMISED);
    }

    /** Opens an engine of its own that plans its statements in a given way. */
    public static DuckSession open(
            DuckLimits limits, DuckFiles files, List<DomainFunction> functions, Planning planning) {
        TemporaryFolder temporary = TemporaryFolder.in(limits.temporaryParent());
        try {
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            UnpackedLibrary.remove();
            try {
                LockDown.apply(connection, limits, temporary.path(), files, functions, planning);
                return new DuckSession(connection, new StopSwitch(), temporary);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            temporary.close();
            throw DuckException.of(e);
        } catch (RuntimeException e) {
            temporary.close();
            throw e;
        }
    }

    /** Another connection to the same engine, for another thread; close it before the session that it came from. */
    public DuckSession duplicate() {
        try {
            return new DuckSession(connection.duplicate(), stopSwitch, null);
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
    }

    /**
     * Executes one statement.
     *
     * @param parameters values for the question marks of the statement
     * @return the number of rows changed or written; 0 where the engine counts none
     */
    public long execute(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            statement.execute();
            return Math.max(0, statement.getLargeUpdateCount());
        });
    }

    /** All rows of a query. For results that may be long use {@link #stream}: the memory limit does not bound these. */
    public List<DuckRow> query(String sql, @Nullable Object... parameters) {
        List<DuckRow> rows = new ArrayList<>();
        each(sql, rows::add, parameters);
        return rows;
    }

    /** Hands over the rows of a query one by one; the engine holds its result outside the memory limit. */
    public void each(String sql, Consumer<DuckRow> consumer, @Nullable Object... parameters) {
        run(sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                RowReader reader = new RowReader(result);
                while (reader.next()) {
                    consumer.accept(reader.row());
                }
            }
            return true;
        });
    }

    /** The only row of a query. */
    public DuckRow one(String sql, @Nullable Object... parameters) {
        List<DuckRow> rows = query(sql, parameters);
        if (rows.size() != 1) {
            throw new IllegalArgumentException("The query was expected to give one row and gave " + rows.size() + ".");
        }
        return rows.get(0);
    }

    /**
     * Hands every row of a query to the consumer, in the order of the query, without holding them all. The result is
     * first kept as a temporary table, within the limits: with the driver's own streaming an error in the middle loses
     * its text or, worse, ends the rows in silence.
     */
    public void stream(String sql, Consumer<DuckRow> consumer) {
        String table = SqlText.identifier("mj stream " + STREAMS.incrementAndGet());
        long rows = execute("CREATE TEMP TABLE " + table + " AS " + sql);
        try {
            for (long from = 0; from < rows; from += PAGE_ROWS) {
                query("SELECT * FROM " + table + " WHERE rowid >= " + from + " AND rowid < " + (from + PAGE_ROWS)
                                + " ORDER BY rowid")
                        .forEach(consumer);
            }
        } finally {
            drop(table);
        }
    }

    /** Makes functions of another module known to the engine. */
    @FunctionalInterface
    public interface Registration {
        /** Registers functions on the connection, and does nothing else with it. */
        void on(Connection connection) throws SQLException;
    }

    /** Makes functions of another module known to the engine, for as long as it is open. */
    public void register(Registration registration) {
        try {
            registration.on(connection);
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
    }

    /** Appends rows to a table of the session. */
    public TableWriter writer(String table) {
        try {
            return new TableWriter(connection.createAppender(table));
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
    }

    /**
     * Stops the engine for good, from any thread: what runs on any of its sessions is interrupted, and later statements
     * are refused.
     *
     * @return whether everything was quiet before the patience ended; if not, only the end of the process helps
     */
    public boolean cancel(Duration patience) {
        return stopSwitch.stop(patience);
    }

    /** Whether the engine was told to stop. */
    public boolean cancelled() {
        return stopSwitch.stopped();
    }

    /** Closes the connection; the session that was opened first also closes the engine and removes its folder. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckException.of(e);
        } finally {
            if (temporary != null) {
                temporary.close();
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** A new statement each time: the driver closes one whose text the engine refused. */
    private <T> T run(String sql, @Nullable Object[] parameters, Work<T> work) {
        try (DuckDBPreparedStatement statement = connection.prepare(sql)) {
            stopSwitch.enter(statement);
            try {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return work.on(statement);
            } finally {
                stopSwitch.leave(statement);
            }
        } catch (SQLException e) {
            throw stopSwitch.stopped() ? new DuckException(DuckException.Problem.CANCELLED, "") : DuckException.of(e);
        }
    }

    private void drop(String table) {
        try (DuckDBPreparedStatement statement = connection.prepare("DROP TABLE IF EXISTS " + table)) {
            statement.execute();
        } catch (SQLException e) {
            throw DuckException.of(e);
        }
    }

    /** The folder for spilling, for tests of its rights and its removal. */
    @Nullable
    Path temporaryFolder() {
        return temporary == null ? null : temporary.path();
    }
}
