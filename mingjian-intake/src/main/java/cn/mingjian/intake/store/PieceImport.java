package cn.mingjian.intake.store;

import static cn.mingjian.duckdb.SqlText.path;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.intake.clean.Cleaners;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.read.Limits;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.intake.store.BatchFeed.CleanColumn;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.dataset.Part;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Imports the pieces of one table, one after another, each into a part with its side files. */
public final class PieceImport implements AutoCloseable {

    private static final String SIDE = " (FORMAT parquet, COMPRESSION zstd)";

    private final DeliveredTable table;
    private final List<Admission> admissions;
    private final List<String> kept;
    private final Path folder;
    private final DuckSession session;
    private final Door door;
    private final RejectedRows rejected;
    private final Progress progress;

    /**
     * A piece that was imported.
     *
     * @param columns names of the cleaned columns, in the order of the tally's
     */
    public record Imported(Piece piece, Part part, Tally tally, List<String> columns) {}

    /**
     * @param session may write into the folder, read the versions that admissions name, and spill nothing
     * @param kept columns that are stored, in order
     */
    public PieceImport(
            DeliveredTable table, Wanted wanted, List<String> kept, Path folder, DuckSession session, Progress progress)
            throws IOException {
        this.table = table;
        this.admissions = wanted.admissions();
        this.kept = kept;
        this.folder = folder;
        this.session = session;
        this.progress = progress;
        this.door = Door.in(session);
        this.rejected = new RejectedRows(folder);
    }

    /** Imports all pieces. */
    public List<Imported> run() throws IOException {
        findOthers();
        List<Imported> imported = new ArrayList<>();
        for (Piece piece : table.pieces()) {
            imported.add(run(piece, imported.size() + 1));
        }
        return imported;
    }

    /** Where companions are asked for, first come the rows whose companions they are. */
    private void findOthers() throws IOException {
        for (Admission admission : admissions) {
            if (admission instanceof Admission.Companion companion) {
                session.execute(new DoorQuery(columns(), List.of(), admissions).others(companion));
                if (companion.others().version().isEmpty()) {
                    for (Piece piece : table.pieces()) {
                        gather(piece, companion);
                    }
                }
            }
        }
    }

    private Map<String, Column> columns() {
        return table.contract().columns();
    }

    private void gather(Piece piece, Admission.Companion companion) throws IOException {
        List<CleanColumn> columns = cleaned(piece);
        String sql = new DoorQuery(columns(), columns, admissions).gather(companion);
        Path places = folder.resolve("gather.places");
        Path raw = folder.resolve("gather.raw");
        try (Spool placeSpool = new Spool(places);
                Spool rawSpool = new Spool(raw)) {
            Tally unused = new Tally(columns.size());
            pass(piece, columns, sql, unused, placeSpool, rawSpool, RejectedRows.nowhere());
        } finally {
            Files.deleteIfExists(places);
            Files.deleteIfExists(raw);
        }
    }

    private Imported run(Piece piece, int number) throws IOException {
        List<CleanColumn> columns = cleaned(piece);
        String name = "part-" + number;
        Path file = folder.resolve(name + ".parquet");
        Tally tally = new Tally(columns.size());
        rejected.source(piece.name(), piece.source().sheet().orElse(""));
        Path places = folder.resolve(name + ".places.spool");
        Path raw = folder.resolve(name + ".raw.spool");
        try (Spool placeSpool = new Spool(places);
                Spool rawSpool = new Spool(raw)) {
            String sql = new DoorQuery(columns(), columns, admissions).copy(kept, file);
            pass(piece, columns, sql, tally, placeSpool, rawSpool, rejected);
        }
        side(places, "'pos': 'BIGINT', 'row': 'BIGINT'", name + ".places.parquet");
        side(raw, "'pos': 'BIGINT', 'column': 'VARCHAR', 'raw': 'VARCHAR'", name + ".raw.parquet");
        Part part = new Part(
                name + ".parquet",
                tally.rowsKept(),
                Digests.of(file),
                name + ".places.parquet",
                name + ".raw.parquet",
                piece.name(),
                piece.source().sheet().orElse(null),
                piece.source().sha256());
        List<String> names = columns.stream().map(CleanColumn::name).toList();
        return new Imported(piece, part, tally, names);
    }

    private void pass(
            Piece piece,
            List<CleanColumn> columns,
            String sql,
            Tally tally,
            Spool places,
            Spool raw,
            RejectedRows rejections)
            throws IOException {
        RowReader reader = piece.source().open();
        BatchFeed.Task task = new BatchFeed.Task(
                reader,
                piece.layout().headerRow(),
                piece.layout().headings().size(),
                piece.source().positional(),
                columns);
        long total = piece.source().bytes();
        try (BatchFeed feed =
                new BatchFeed(task, rows -> progress.at(piece.label(), rows, reader.bytesRead(), total))) {
            List<String> names = columns.stream().map(CleanColumn::name).toList();
            Ledger ledger = new Ledger(feed, names, tally, places, raw, rejections);
            door.open(feed, columns, ledger);
            feed.start();
            try {
                session.execute(sql);
            } catch (DuckException e) {
                Throwable failure = feed.failure();
                if (failure instanceof IOException unreadable) {
                    throw unreadable;
                }
                if (failure != null) {
                    throw new IllegalStateException("Reading " + piece.label() + " failed.", failure);
                }
                throw e;
            }
            tally.blank(feed.blankRows());
        }
    }

    /** The columns that are stored or that a condition may read. */
    private List<CleanColumn> cleaned(Piece piece) {
        List<CleanColumn> cleaned = new ArrayList<>();
        for (Column column : columns().values()) {
            Integer cell = piece.layout().cells().get(column.name());
            boolean stored = kept.contains(column.name());
            if (cell != null && (stored || read(column.name()))) {
                boolean required = column.required() || table.contract().key().contains(column.name());
                cleaned.add(new CleanColumn(
                        column.name(),
                        cell,
                        Stored.of(column.type()),
                        Cleaners.of(
                                column,
                                table.mapping().column(column.name()),
                                unit(piece, column.name()),
                                table.mapping().missing()),
                        stored,
                        required));
            }
        }
        return cleaned;
    }

    private BigDecimal unit(Piece piece, String column) {
        BigDecimal own = table.mapping().column(column).unit();
        return own.compareTo(BigDecimal.ONE) != 0 ? own : piece.layout().units().getOrDefault(column, BigDecimal.ONE);
    }

    private boolean read(String column) {
        return admissions.stream().anyMatch(admission -> admission.text().contains(column));
    }

    private void side(Path spool, String columns, String name) throws IOException {
        session.execute("COPY (FROM read_csv(" + path(spool) + ", auto_detect = false, header = false, delim = ',',"
                + " quote = '\"', escape = '\"', new_line = '\\n', parallel = false, max_line_size = "
                + 2L * Limits.RECORD_BYTES + ", columns = {" + columns + "})) TO " + path(folder.resolve(name)) + SIDE);
        Files.delete(spool);
    }

    @Override
    public void close() throws IOException {
        rejected.close();
    }
}
