package cn.mingjian.server.backup;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.backup.Backup.Carried;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/**
 * Brings a backup back, wholly or not at all: the archive is read to its end before anything is written, the tables are
 * filled in one transaction that ends when counts and digests are equal, and until then a mark keeps servers from starting.
 */
public final class Restore {

    private static final String OWN_DATABASE = "postgres";

    private final ServerSettings settings;
    private final Path file;
    private final Passphrase passphrase;
    private final Manifest manifest;

    private Restore(ServerSettings settings, Path file, Passphrase passphrase, Manifest manifest) {
        this.settings = settings;
        this.file = file;
        this.passphrase = passphrase;
        this.manifest = manifest;
    }

    /** What a backup says of itself. */
    public record Label(String product, String made, Way way, int schema) {}

    /** Reads a backup to its end, and says what it is. */
    public static Label check(Path file, Passphrase passphrase) {
        try {
            Manifest manifest = manifest(file, passphrase);
            return new Label(manifest.product(), manifest.made(), manifest.way(), manifest.newest());
        } catch (IOException e) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-strange");
        }
    }

    /** Whether the schema of an installation has moved on since a backup, or a restore was interrupted. */
    public static boolean isOlderThan(ServerSettings settings, Path file, Passphrase passphrase) {
        Label label = check(file, passphrase);
        if (Files.exists(settings.restoring())) {
            return true;
        }
        try (StateDatabase database = StateDatabase.start(settings);
                Connection connection = database.connect()) {
            return Schema.migrations(connection).stream().anyMatch(step -> step.version() > label.schema());
        } catch (SQLException e) {
            throw new ProblemException(Place.of(file.toString()), "server.restore-database-failed", reason(e));
        }
    }

    /**
     * Restores one: all of an installation into an empty one, or the state in place of that of one.
     *
     * @param way what the caller expects of the file
     * @throws ProblemException when the file cannot be used or the installation is not empty: then nothing was written
     */
    public static Carried from(ServerSettings settings, Way way, Path file, Passphrase passphrase) {
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-missing");
        }
        try {
            Manifest manifest = manifest(file, passphrase);
            if (manifest.way() != way) {
                throw new ProblemException(Place.of(file.toString()), "server.backup-other-way");
            }
            StateSchema.check(manifest, file);
            return new Restore(settings, file, passphrase, manifest).restore();
        } catch (SQLException | DataAccessException | FlywayException e) {
            throw new ProblemException(Place.of(file.toString()), "server.restore-database-failed", reason(e));
        } catch (IOException e) {
            throw new ProblemException(Place.of(file.toString()), "server.restore-failed", reason(e));
        }
    }

    /** The kind of a failure: its words may hold a row. */
    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException database
                ? "SQLSTATE " + database.getSQLState()
                : cause.getClass().getSimpleName();
    }

    private static Manifest manifest(Path file, Passphrase passphrase) throws IOException {
        ArchiveReader.check(file, passphrase);
        try (ArchiveReader archive = ArchiveReader.open(file, passphrase)) {
            if (archive.next()
                    .filter(entry -> entry.getName().equals(Manifest.NAME))
                    .isEmpty()) {
                throw new ProblemException(Place.of(file.toString()), "server.backup-strange");
            }
            return archive.json(Manifest.class);
        }
    }

    private Carried restore() throws IOException, SQLException {
        if (!Files.exists(settings.restoring()) && manifest.way() == Way.WHOLE) {
            refuseUnlessEmpty();
        }
        try (RestoreMark mark = RestoreMark.make(settings, manifest.way())) {
            if (mark.interrupted()) {
                clear();
            }
            boolean whole = false;
            try {
                Carried carried = fill();
                whole = true;
                return carried;
            } finally {
                if (whole || manifest.way() == Way.WHOLE) {
                    if (!whole) {
                        clear();
                    }
                    mark.remove();
                }
            }
        }
    }

    private void refuseUnlessEmpty() throws IOException {
        for (Path folder : folders()) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.list(folder)) {
                    if (found.findAny().isPresent()) {
                        throw new ProblemException(Place.of(folder.toString()), "server.restore-not-empty");
                    }
                }
            }
        }
    }

    /** What a restore fills. */
    private List<Path> folders() {
        Stream<String> kept = Stream.concat(manifest.way().before().stream(), manifest.way().after().stream());
        Stream<String> all = settings.database() == null ? Stream.concat(kept, Stream.of(OWN_DATABASE)) : kept;
        return all.map(settings.data()::resolve).toList();
    }

    private void clear() throws IOException {
        if (manifest.way() == Way.STATE) {
            return; // it is replaced as a whole
        }
        if (settings.database() == null) {
            StateDatabase.stopLeftover(settings);
        }
        for (Path folder : folders()) {
            Folders.delete(folder);
        }
    }

    private Carried fill() throws IOException, SQLException {
        try (StateDatabase database = StateDatabase.start(settings);
                ArchiveReader archive = ArchiveReader.open(file, passphrase)) {
            StateSchema schema = new StateSchema(database);
            refuseWhileUsed(database);
            if (manifest.way() == Way.STATE) {
                schema.drop();
            }
            boolean made = schema.make(manifest);
            boolean whole = false;
            try {
                Carried carried = new RestoredState(settings, manifest, database).fill(archive);
                whole = true;
                return carried;
            } finally {
                if (!whole && made && manifest.way() == Way.WHOLE) {
                    schema.drop();
                }
            }
        }
    }

    private void refuseWhileUsed(StateDatabase database) throws SQLException {
        if (database.othersConnected()) {
            throw new ProblemException(Place.of(settings.data().toString()), "server.restore-in-use");
        }
    }
}
