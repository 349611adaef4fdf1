package cn.mingjian.server.source;

import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Database;
import cn.mingjian.server.source.SourceSettings.Limits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session with a database of another system, in which nothing is written. Any driver: what drivers do differently is asked
 * of them, and what one does not know is done without.
 */
final class OutsideSession implements AutoCloseable {

    private static final int LOOKS_EVERY = 1_000;
    private static final int MOST_AT_ONCE = 2_000; // rows
    private static final int FEWEST_AT_ONCE = 100;
    private static final int CHARACTERS_AT_ONCE = 16_000_000;
    private static final int WIDTH = 10_000; // of a value, as it is reckoned at most

    private final Connection connection;
    private final Limits limits;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile @Nullable Statement running;

    private OutsideSession(Connection connection, Limits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** What a driver may not know. */
    @FunctionalInterface
    private interface Wish {
        void ask() throws SQLException;
    }

    /** @throws Refusal when the database does not let us in */
    static OutsideSession open(Drivers drivers, Database database, Limits limits) {
        Properties properties = new Properties();
        Optional.ofNullable(database.user()).ifPresent(user -> properties.setProperty("user", user));
        database.password().ifPresent(password -> properties.setProperty("password", password));
        if (database.url().startsWith("jdbc:postgresql:")) { // seconds there, and other units elsewhere
            properties.setProperty("connectTimeout", String.valueOf(limits.patienceSeconds()));
            properties.setProperty("loginTimeout", String.valueOf(limits.patienceSeconds()));
        }
        try {
            OutsideSession session = new OutsideSession(drivers.connect(database.url(), properties), limits);
            session.prepare();
            return session;
        } catch (SQLException e) {
            throw OutsideFailure.entering(e);
        }
    }

    private void prepare() throws SQLException {
        try {
            waitAtMost(Duration.ofSeconds(limits.patienceSeconds()));
            wish(() -> connection.setReadOnly(true));
            connection.setAutoCommit(false); // or some drivers read the whole table at once
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Or a dead network keeps the thread. */
    private void waitAtMost(Duration most) throws SQLException {
        int millis = (int) Math.min(Integer.MAX_VALUE, most.toMillis());
        wish(() -> connection.setNetworkTimeout(Runnable::run, millis));
    }

    private static void wish(Wish wish) throws SQLException {
        try {
            wish.ask();
        } catch (SQLFeatureNotSupportedException | LinkageError e) {
            return; // an old driver has not even the method
        }
    }

    private static void quietly(Wish wish) {
        try {
            wish.ask();
        } catch (SQLException | RuntimeException | LinkageError e) {
            return; // what it was to end is left to itself
        }
    }

    /** The tables and views that the database tells of, without those of its own. */
    List<OutsideTable> tables() throws SQLException {
        return OutsideCatalogue.tables(connection);
    }

    /**
     * Writes the rows of a table as lines of JSON, so that the number of a line is that of the row. Columns of bytes are
     * left out.
     *
     * @throws Refusal when it is too large, empty or takes too long
     */
    void write(OutsideTable table, Fetch fetch, Path file) throws SQLException, IOException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String from =
                (table.schema().isEmpty() ? "" : quoted(table.schema(), quote) + ".") + quoted(table.name(), quote);
        List<OutsideColumn> columns = columns(from);
        String wanted =
                columns.stream().map(column -> quoted(column.name(), quote)).collect(Collectors.joining(", "));
        waitAtMost(Duration.ofMinutes(limits.minutes()).plusSeconds(limits.patienceSeconds()));
        try (Statement statement = connection.createStatement();
                OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            running = statement;
            wish(() -> statement.setFetchSize(atOnce(columns)));
            wish(() -> statement.setQueryTimeout(
                    (int) Duration.ofMinutes(limits.minutes()).toSeconds()));
            fetch.endIfStopped();
            try (ResultSet rows = statement.executeQuery("select " + wanted + " from " + from)) {
                boolean whole = false;
                try {
                    write(rows, columns, fetch, out);
                    whole = true;
                } finally {
                    if (!whole) {
                        cancel(); // or closing reads what is left, in some drivers
                    }
                }
            }
        } finally {
            running = null;
        }
    }

    /** As an empty answer has them: drivers tell more alike of answers than of tables. */
    private List<OutsideColumn> columns(String from) throws SQLException {
        List<OutsideColumn> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            running = statement;
            wish(() -> statement.setQueryTimeout(limits.patienceSeconds()));
            try (ResultSet none = statement.executeQuery("select * from " + from + " where 1 = 0")) {
                ResultSetMetaData told = none.getMetaData();
                for (int i = 1; i <= told.getColumnCount(); i++) {
                    columns.add(OutsideColumn.of(told, i));
                }
            }
        }
        columns.removeIf(column -> column.kind() == OutsideColumn.Kind.BYTES);
        if (columns.isEmpty()) {
            throw Refusal.conflict("sources.table-of-bytes");
        }
        return columns;
    }

    /** So many rows that they fit into memory, also where a driver makes place for the widest. */
    private static int atOnce(List<OutsideColumn> columns) {
        long width = columns.stream()
                .mapToLong(column -> column.width() <= 0 ? WIDTH : Math.min(column.width(), WIDTH))
                .sum();
        return (int) Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, CHARACTERS_AT_ONCE / width));
    }

    private void write(ResultSet rows, List<OutsideColumn> columns, Fetch fetch, OutputStream out)
            throws SQLException, IOException {
        long end = System.nanoTime() + Duration.ofMinutes(limits.minutes()).toNanos();
        Map<String, @Nullable String> line = new LinkedHashMap<>();
        long row = 0;
        while (rows.next()) {
            row++;
            if (row > limits.rows()) {
                throw Refusal.conflict("sources.too-many-rows", limits.rows());
            }
            for (int i = 0; i < columns.size(); i++) {
                line.put(columns.get(i).name(), columns.get(i).text(rows, i + 1));
            }
            out.write(JsonMapper.shared().writeValueAsBytes(line));
            out.write('\n');
            fetch.read(row);
            if (row % LOOKS_EVERY == 0) {
                fetch.endIfStopped();
                if (System.nanoTime() > end) {
                    throw Refusal.conflict("sources.too-slow");
                }
            }
        }
        if (row == 0) {
            throw Refusal.conflict("sources.table-empty");
        }
    }

    /** By the rule of the driver; where a database cannot quote, a name that is no plain word is refused. */
    private static String quoted(String name, @Nullable String quote) {
        if (quote == null || quote.isBlank()) {
            if (!name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")) {
                throw Refusal.conflict("sources.name-unquotable");
            }
            return name;
        }
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** Ends what runs at the database, asked once; may itself hang. */
    void cancel() {
        Statement statement = running;
        if (statement != null && cancelled.compareAndSet(false, true)) {
            quietly(statement::cancel);
        }
    }

    /** Cuts the connection; may itself hang. */
    void abort() {
        quietly(() -> connection.abort(Runnable::run));
    }

    @Override
    public void close() {
        quietly(connection::rollback); // some close no session in which something was begun
        quietly(connection::close);
    }
}
