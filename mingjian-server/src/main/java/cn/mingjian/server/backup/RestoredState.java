package cn.mingjian.server.backup;

import cn.mingjian.model.folder.Folders;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.backup.Backup.Carried;
import cn.mingjian.server.backup.Contents.Rows;
import cn.mingjian.server.backup.Manifest.Table;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.postgres.StateDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The tables and files of a backup as they are brought back, in one act that ends when they are equal to what was copied. */
final class RestoredState {

    private static final String APART = "restored.partial";

    private final ServerSettings settings;
    private final Manifest manifest;
    private final StateDatabase database;
    private final Path target;
    private final RestoredFiles files;
    private Optional<Contents> contents = Optional.empty();

    RestoredState(ServerSettings settings, Manifest manifest, StateDatabase database) {
        this.settings = settings;
        this.manifest = manifest;
        this.database = database;
        this.target =
                manifest.way() == Way.WHOLE ? settings.data() : settings.data().resolve(APART);
        this.files = new RestoredFiles(
                target,
                Stream.concat(manifest.way().before().stream(), manifest.way().after().stream())
                        .toList());
    }

    Carried fill(ArchiveReader archive) throws SQLException, IOException {
        if (manifest.way() == Way.STATE) {
            Folders.delete(target);
            Files.createDirectory(target);
        }
        try (Connection connection = database.connect()) {
            Act act = Act.of("installation.restore", "installation", manifest.way())
                    .with("made", manifest.made())
                    .with("product", manifest.product());
            Acts.over(new SingleConnectionDataSource(connection, true))
                    .write(Backup.COMMAND, act, () -> bring(connection, archive));
        }
        if (manifest.way() == Way.STATE) {
            replaceFolders();
        }
        Folders.force(settings.data());
        return Carried.of(contents.orElseThrow());
    }

    private void replaceFolders() throws IOException {
        for (String folder : manifest.way().before()) {
            Folders.delete(settings.data().resolve(folder));
            Files.move(target.resolve(folder), settings.data().resolve(folder), StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.delete(target);
    }

    private void bring(Connection connection, ArchiveReader archive) {
        try {
            TableCopy.alike(connection);
            Map<String, Table> tables = tables(connection);
            empty(connection, List.copyOf(tables.values()));
            readAll(connection, archive, tables);
            Contents expected = contents.orElseThrow(this::notWhole);
            if (!files.finish().equals(expected.files())) {
                throw notWhole();
            }
            count(connection, expected);
            for (Table table : tables.values()) {
                Rows rows = TableCopy.look(connection, table);
                if (!rows.equals(expected.tables().get(table.name()))) {
                    throw new ProblemException(Place.of(table.name()), "server.restore-unequal");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("restore", null, e);
        }
    }

    private ProblemException notWhole() {
        return new ProblemException(Place.of(""), "server.backup-strange");
    }

    private Map<String, Table> tables(Connection connection) throws SQLException {
        List<Table> here = Schema.tables(connection);
        boolean same = here.equals(manifest.tables())
                && Manifest.steps(Schema.migrations(connection)).equals(Manifest.steps(manifest.migrations()));
        if (!same) {
            throw new ProblemException(Place.of(""), "server.backup-stranger", manifest.product());
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        here.forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    /** The steps of the schema may bring rows of their own, which the backup has too. */
    private static void empty(Connection connection, List<Table> tables) throws SQLException {
        for (int i = tables.size() - 1; i >= 0; i--) {
            String name = Schema.quoted(tables.get(i).name());
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select exists(select 1 from " + name + ")")) {
                rows.next();
                if (rows.getBoolean(1)) {
                    statement.executeUpdate("delete from " + name);
                }
            }
        }
    }

    private void readAll(Connection connection, ArchiveReader archive, Map<String, Table> tables)
            throws SQLException, IOException {
        archive.next(); // the manifest, which was read before
        Optional<TarArchiveEntry> next = archive.next();
        while (next.isPresent()) {
            TarArchiveEntry entry = next.get();
            String name = entry.getName();
            if (name.startsWith(Entries.ROWS)) {
                next = rows(connection, archive, tables, name);
                continue;
            }
            if (name.startsWith(Entries.FILES)) {
                files.add(entry, archive.content());
            } else if (name.equals(Contents.NAME)) {
                contents = Optional.of(archive.json(Contents.class));
            } else {
                throw notWhole();
            }
            next = archive.next();
        }
    }

    /** Fills a table from all of its entries, which follow one another; gives the entry after them. */
    private Optional<TarArchiveEntry> rows(
            Connection connection, ArchiveReader archive, Map<String, Table> tables, String name)
            throws SQLException, IOException {
        Table table = Optional.ofNullable(tables.get(name.substring(Entries.ROWS.length())))
                .orElseThrow(this::notWhole);
        CopyIn copy = TableCopy.in(connection, table);
        Optional<TarArchiveEntry> next;
        try {
            do {
                TableCopy.add(copy, archive.content());
                next = archive.next();
            } while (next.filter(entry -> entry.getName().equals(name)).isPresent());
            copy.endCopy();
            return next;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void count(Connection connection, Contents expected) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (Map.Entry<String, Long> counter : expected.counters().entrySet()) {
                set.setString(1, Schema.quoted(counter.getKey()));
                set.setLong(2, counter.getValue());
                set.execute();
            }
        }
    }
}
