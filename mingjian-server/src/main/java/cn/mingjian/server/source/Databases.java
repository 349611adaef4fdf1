package cn.mingjian.server.source;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.source.SourceSettings.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The databases of other systems that the settings name, for the stewards of the department that answers for each. */
@Component
class Databases {

    private static final int MOST_TABLES = 2_000;
    private static final String PATIENCE_SECONDS = "10";
    private static final String[] KINDS = {"TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW"};

    private final SourceSettings settings;
    private final Stewards stewards;

    Databases(SourceSettings settings, Stewards stewards) {
        this.settings = settings;
        this.stewards = stewards;
    }

    /** Those of the actor's department. */
    List<Database> of(Actor actor) {
        return settings.databases().stream()
                .filter(database -> stewards.ofDepartment(actor, database))
                .toList();
    }

    Database one(Actor actor, String name) {
        return of(actor).stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    /** The tables and views that a database tells of, without those of its own. */
    List<OutsideTable> tables(Database database) {
        try (Connection connection = connect(database)) {
            return tables(connection);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    static List<OutsideTable> tables(Connection connection) throws SQLException {
        List<OutsideTable> tables = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(connection.getCatalog(), null, "%", KINDS)) {
            while (found.next() && tables.size() < MOST_TABLES) {
                tables.add(new OutsideTable(
                        Objects.requireNonNullElse(found.getString("TABLE_SCHEM"), ""),
                        found.getString("TABLE_NAME"),
                        found.getString("TABLE_TYPE").contains("VIEW")));
            }
        }
        tables.removeIf(table -> table.schema().equals("information_schema"));
        return tables;
    }

    /** A session that cannot write. */
    static Connection connect(Database database) throws SQLException {
        Properties properties = new Properties();
        if (database.user() != null) {
            properties.setProperty("user", database.user());
        }
        if (database.passwordFile() != null) {
            properties.setProperty("password", firstLine(database));
        }
        if (database.url().startsWith("jdbc:postgresql:")) {
            properties.setProperty("connectTimeout", PATIENCE_SECONDS);
            properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        }
        Connection connection = DriverManager.getConnection(database.url(), properties);
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // or the driver reads the whole table at once
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String firstLine(Database database) {
        try {
            return Files.readString(Objects.requireNonNull(database.passwordFile()))
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw Refusal.conflict("sources.database-password");
        }
    }

    /** What a database said, in our words: its own may hold rows, names and addresses. */
    static Refusal refusal(SQLException failure) {
        Problem problem = problem(failure);
        return Refusal.conflict(problem.code(), problem.arguments().toArray());
    }

    static Problem problem(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.startsWith("28")) {
            return Problem.error(Place.of(""), "sources.database-refused");
        }
        if (state.startsWith("08") || state.startsWith("3D") || state.isEmpty()) {
            return Problem.error(Place.of(""), "sources.database-silent");
        }
        if (state.equals("42501")) {
            return Problem.error(Place.of(""), "sources.table-forbidden");
        }
        return state.equals("57014")
                ? Problem.error(Place.of(""), "sources.too-slow")
                : Problem.error(Place.of(""), "sources.database-failed", state);
    }
}
