package cn.mingjian.server.backup;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.running.ProductVersion;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.cipher.Passphrase;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup, of a running installation too. Tables are read inside one transaction that sees one moment; the files
 * lie there before a row names them, so that copying them afterwards finds all that this moment named. Where something of
 * it was removed meanwhile, the backup begins anew.
 */
public final class Backup {

    /** Who restores and backs up: whoever may read the folder of the installation. */
    static final Actor COMMAND = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());

    private static final int TRIES = 3;

    private final ServerSettings settings;
    private final Way way;
    private final Path file;
    private final Passphrase passphrase;

    private Backup(ServerSettings settings, Way way, Path file, Passphrase passphrase) {
        this.settings = settings;
        this.way = way;
        this.file = file;
        this.passphrase = passphrase;
    }

    /** What a backup or a restore carried over. */
    public record Carried(int tables, long rows, long files, long bytes) {

        static Carried of(Contents contents) {
            return new Carried(
                    contents.tables().size(),
                    contents.rows(),
                    contents.files().files(),
                    contents.files().bytes());
        }
    }

    /**
     * Writes one; of the state alone only while no server runs, because it is made to go back to.
     *
     * @param file which must not exist yet
     * @throws ProblemException when there is nothing to back up, the file is there already, or what is backed up was
     *     removed again and again meanwhile
     */
    public static Carried write(ServerSettings settings, Way way, Path file, Passphrase passphrase) {
        if (Files.exists(file)) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-there");
        }
        if (!Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
            throw new ProblemException(Place.of(file.toString()), "server.backup-folder");
        }
        if (Files.exists(settings.restoring())) {
            throw new ProblemException(Place.of(settings.data().toString()), "server.restore-unfinished");
        }
        if (!StateDatabase.exists(settings)) {
            throw new ProblemException(Place.of(settings.data().toString()), "server.backup-nothing");
        }
        try (StateDatabase database = way == Way.STATE ? StateDatabase.start(settings) : StateDatabase.open(settings)) {
            if (way == Way.STATE && database.othersConnected()) {
                throw new ProblemException(Place.of(settings.data().toString()), "server.restore-in-use");
            }
            return new Backup(settings, way, file, passphrase).write(database);
        } catch (SQLException e) {
            throw new ProblemException(Place.of(file.toString()), "server.database-failed", e.getSQLState());
        } catch (IOException e) {
            throw new ProblemException(
                    Place.of(file.toString()),
                    "server.backup-failed",
                    e.getClass().getSimpleName());
        }
    }

    private Carried write(StateDatabase database) throws SQLException, IOException {
        note(database);
        for (int attempt = 1; ; attempt++) {
            try (ArchiveWriter archive = ArchiveWriter.begin(file, passphrase)) {
                Contents contents = copy(database, archive);
                archive.finish();
                return Carried.of(contents);
            } catch (NoSuchFileException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** A backup is an act, and stands in the chain that it holds. */
    private void note(StateDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            if (Schema.empty(connection)) {
                throw new ProblemException(Place.of(settings.data().toString()), "server.backup-nothing");
            }
            Acts.over(new SingleConnectionDataSource(connection, true))
                    .write(COMMAND, Act.of("installation.backup", "installation", way), () -> {});
        }
    }

    private Contents copy(StateDatabase database, ArchiveWriter archive) throws SQLException, IOException {
        try (Connection snapshot = database.connect()) {
            List<Manifest.Table> tables = Schema.tables(snapshot);
            archive.add(
                    Manifest.NAME,
                    json(new Manifest(
                            Manifest.FORM,
                            ProductVersion.text(),
                            Clock.systemUTC()
                                    .instant()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString(),
                            way,
                            Schema.migrations(snapshot),
                            tables)));
            FileTally tally = new FileTally();
            KeptFiles files = new KeptFiles(settings.data());
            for (String folder : way.before()) {
                files.copy(folder, archive, tally);
            }
            snapshot.setAutoCommit(false);
            snapshot.setReadOnly(true);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            TableCopy.alike(snapshot);
            Map<String, Contents.Rows> rows = new LinkedHashMap<>();
            for (Manifest.Table table : tables) {
                rows.put(table.name(), copy(snapshot, table, archive));
            }
            for (String folder : way.after()) {
                files.copy(folder, archive, tally);
            }
            if (way == Way.WHOLE) {
                files.check(snapshot);
            }
            Contents contents = new Contents(rows, Schema.counters(snapshot), tally.sum());
            archive.add(Contents.NAME, json(contents));
            snapshot.rollback();
            return contents;
        }
    }

    private static Contents.Rows copy(Connection snapshot, Manifest.Table table, ArchiveWriter archive)
            throws SQLException, IOException {
        return TableCopy.out(snapshot, table, part -> archive.add(Entries.ROWS + table.name(), part));
    }

    private static byte[] json(Object value) {
        return JsonMapper.shared().writeValueAsBytes(value);
    }
}
