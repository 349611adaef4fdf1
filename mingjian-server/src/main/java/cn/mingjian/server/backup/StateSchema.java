package cn.mingjian.server.backup;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.postgres.StateDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schema of the state as this version of the product makes it, up to the step that a backup has. */
final class StateSchema {

    private static final String LOCATION = "classpath:db/migration";
    private static final Pattern STEP = Pattern.compile("V(\\d+)__.*\\.sql");

    private final StateDatabase database;

    StateSchema(StateDatabase database) {
        this.database = database;
    }

    /**
     * Looks whether this product can make the schema of a backup.
     *
     * @throws ProblemException when a newer version made it, or one that is no forebear of this
     */
    static void check(Manifest manifest, Path file) throws IOException {
        Set<Integer> known = new TreeSet<>();
        for (Resource step : new PathMatchingResourcePatternResolver().getResources(LOCATION + "/V*.sql")) {
            Matcher name = STEP.matcher(String.valueOf(step.getFilename()));
            if (name.matches()) {
                known.add(Integer.valueOf(name.group(1)));
            }
        }
        Set<Integer> had = Manifest.steps(manifest.migrations()).keySet();
        if (manifest.form() > Manifest.FORM || !known.containsAll(had)) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-newer", manifest.product());
        }
        if (!had.equals(known.stream().filter(step -> step <= manifest.newest()).collect(Collectors.toSet()))) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-stranger", manifest.product());
        }
    }

    /**
     * Makes the schema of a backup where there is none.
     *
     * @return whether there was none before
     * @throws ProblemException when the database holds something, or the steps are not those of the backup
     */
    boolean make(Manifest manifest) throws SQLException {
        boolean empty;
        try (Connection connection = database.connect()) {
            empty = Schema.empty(connection);
            if (!empty && !untouched(connection, manifest)) {
                throw new ProblemException(Place.of(""), "server.restore-database-not-empty");
            }
        }
        if (empty) {
            flyway().target(String.valueOf(manifest.newest())).load().migrate();
        }
        return empty;
    }

    /** The tables that an interrupted restore made are as good as none. */
    private static boolean untouched(Connection connection, Manifest manifest) throws SQLException {
        if (!Schema.tables(connection).equals(manifest.tables())) {
            return false;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists(select 1 from audit_entry)")) {
            rows.next();
            return !rows.getBoolean(1);
        }
    }

    /** Takes all tables away. */
    void drop() {
        flyway().cleanDisabled(false).load().clean();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.source()).locations(LOCATION);
    }
}
