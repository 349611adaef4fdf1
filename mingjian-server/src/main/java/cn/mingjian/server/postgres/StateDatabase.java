package cn.mingjian.server.postgres;

import cn.mingjian.server.installation.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The state of an installation for a command that works beside the server: the outside database that the settings name, or
 * our own, as it runs already or started for the command.
 */
public final class StateDatabase implements AutoCloseable {

    /** How a connection is made. */
    private interface Door {
        Connection open() throws SQLException;
    }

    private final Door door;
    private final Optional<EmbeddedPostgres> started;

    private StateDatabase(Door door, Optional<EmbeddedPostgres> started) {
        this.door = door;
        this.started = started;
    }

    /** Whether there is one: our own comes into being with the first start of the server. */
    public static boolean exists(ServerSettings settings) {
        return settings.database() != null || Files.exists(own(settings).resolve("data"));
    }

    /**
     * Opens it, making our own where it is missing.
     *
     * @throws cn.mingjian.model.problem.ProblemException when it cannot be used
     */
    public static StateDatabase open(ServerSettings settings) {
        if (settings.database() != null) {
            OutsideDatabase outside = OutsideDatabase.of(settings);
            outside.check();
            return new StateDatabase(outside::connect, Optional.empty());
        }
        Optional<EmbeddedPostgres.Running> running = EmbeddedPostgres.running(own(settings));
        if (running.isPresent()) {
            return new StateDatabase(running.get()::connect, Optional.empty());
        }
        return ownStarted(settings);
    }

    private static StateDatabase ownStarted(ServerSettings settings) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(own(settings));
        return new StateDatabase(postgres::connect, Optional.of(postgres));
    }

    /**
     * The same, but our own only when no server runs on it.
     *
     * @throws cn.mingjian.model.problem.ProblemException when one does
     */
    public static StateDatabase start(ServerSettings settings) {
        return settings.database() == null ? ownStarted(settings) : open(settings);
    }

    /** Stops a database of our own that a killed command left running. */
    public static void stopLeftover(ServerSettings settings) {
        EmbeddedPostgres.stopLeftoverIn(own(settings));
    }

    private static Path own(ServerSettings settings) {
        return settings.data().resolve("postgres");
    }

    /** A new connection, which the caller closes. */
    public Connection connect() throws SQLException {
        return door.open();
    }

    /** Connections, made one by one. */
    public DataSource source() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return connect();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return connect();
            }
        };
    }

    /** Whether somebody else is connected, as a server is. */
    public boolean othersConnected() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select exists(select 1 from pg_stat_activity where datname = current_database()
                            and pid <> pg_backend_pid() and backend_type = 'client backend')
                        """)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Stops what was started for the command. */
    @Override
    public void close() {
        started.ifPresent(EmbeddedPostgres::close);
    }
}
