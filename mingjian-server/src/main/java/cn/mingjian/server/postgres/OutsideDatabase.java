package cn.mingjian.server.postgres;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.installation.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * A PostgreSQL that somebody else runs. Its password is the first line of a file, or the environment variable
 * {@code MINGJIAN_DATABASE_PASSWORD}, or stands where PostgreSQL's programs look for it ({@code ~/.pgpass}); never on a
 * command line, which every user of the machine can read.
 */
record OutsideDatabase(String url, Optional<Path> passwordFile) {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final int OLDEST = 15;

    /** What PostgreSQL calls a password, a user or a method of signing in that it does not accept. */
    private static final String REFUSED = "28";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final int PATIENCE_SECONDS = 10;

    static OutsideDatabase of(ServerSettings settings) {
        String url = Objects.requireNonNull(settings.database());
        if (!url.startsWith(PREFIX)) {
            throw new ProblemException(Place.of(""), "server.database-address");
        }
        return new OutsideDatabase(url, Optional.ofNullable(settings.databasePasswordFile()));
    }

    /** The password, none where the driver finds it. */
    @Nullable
    String password() {
        return passwordFile
                .map(OutsideDatabase::firstLine)
                .orElseGet(() -> System.getenv("MINGJIAN_DATABASE_PASSWORD"));
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks whether it can be used.
     *
     * @throws ProblemException when it does not answer, refuses us, is too old or does not keep text in UTF-8
     */
    void check() {
        try (Connection connection = connect()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new ProblemException(Place.of(""), "server.database-too-old", version, OLDEST);
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("show server_encoding")) {
                rows.next();
                if (!rows.getString(1).equals("UTF8")) {
                    throw new ProblemException(Place.of(""), "server.database-encoding", rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new ProblemException(Place.of(""), code(String.valueOf(e.getSQLState())));
        }
    }

    private static String code(String state) {
        return state.startsWith(REFUSED)
                ? "server.database-refused"
                : state.equals(NO_SUCH_DATABASE) ? "server.database-missing" : "server.database-silent";
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        String password = password();
        if (password != null) {
            PGProperty.PASSWORD.set(properties, password);
        }
        PGProperty.CONNECT_TIMEOUT.set(properties, PATIENCE_SECONDS);
        return DriverManager.getConnection(url, properties);
    }
}
