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
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Imports the pieces of one table, one after another, each into a part with its side files. */
public final class PieceImport implements AutoCloseable {

    private static final String SIDE = " (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1000)";

    private final DeliveredTable table;
    private final List<Admission> admissions;
    private final List<String> kept;
    private final Path folder;
    private final DuckSession session;
    private final Door door;
    private final RejectedRows rejected;
    private final Progress progress;
    private final Map<Piece, Map<Integer, BitSet>> companions = new HashMap<>();

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
        this.rejected = new RejectedRows(folder, columns());
    }

    /** Imports all pieces. */
    public List<Imported> run() throws IOException {
        findCompanions();
        List<Imported> imported = new ArrayList<>();
        for (Piece piece : table.pieces()) {
            imported.add(run(piece, imported.size() + 1));
        }
        return imported;
    }

    /**
     * Where companions are asked for, first come the rows whose companions they are, then the numbers of the companions:
     * a join inside the statement that stores would make the engine keep what it must not.
     */
    private void findCompanions() throws IOException {
        for (int index = 0; index < admissions.size(); index++) {
            if (admissions.get(index) instanceof Admission.Companion companion) {
                session.execute(new DoorQuery(columns(), List.of(), admissions).others(index));
                if (companion.others().version().isEmpty()) {
                    for (Piece piece : table.pieces()) {
                        gather(piece, index);
                    }
                }
                for (Piece piece : table.pieces()) {
                    List<CleanColumn> columns = cleaned(piece);
                    companions(piece).put(index, new BitSet());
                    pass(
                            piece,
                            columns,
                            new DoorQuery(columns(), columns, admissions).note(index),
                            feed -> null,
                            () -> {});
                }
            }
        }
    }

    private Map<Integer, BitSet> companions(Piece piece) {
        return companions.computeIfAbsent(piece, found -> new HashMap<>());
    }

    private Map<String, Column> columns() {
        return table.contract().columns();
    }

    private void gather(Piece piece, int index) throws IOException {
        List<CleanColumn> columns = cleaned(piece);
        String sql = new DoorQuery(columns(), columns, admissions).gather(index);
        Path places = folder.resolve("gather.places");
        Path raw = folder.resolve("gather.raw");
        try (Spool placeSpool = new Spool(places);
                Spool rawSpool = new Spool(raw)) {
            RejectedRows nowhere = RejectedRows.nowhere();
            Tally unused = new Tally(columns.size());
            pass(
                    piece,
                    columns,
                    sql,
                    feed -> new Ledger(feed, names(columns), unused, placeSpool, rawSpool, nowhere),
                    () -> {});
        } finally {
            Files.deleteIfExists(places);
            Files.deleteIfExists(raw);
        }
    }

    private static List<String> names(List<CleanColumn> columns) {
        return columns.stream().map(CleanColumn::name).toList();
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
            long blank = pass(
                    piece,
                    columns,
                    sql,
                    feed -> new Ledger(feed, names(columns), tally, placeSpool, rawSpool, rejected),
                    () -> progress.phase(new Event.Progress(Phase.PARTS, piece.label(), 0, 0)));
            tally.blank(blank);
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
        return new Imported(piece, part, tally, names(columns));
    }

    /**
     * Runs a statement over the rows of a piece; the number of blank ones.
     *
     * @param read told when all was read
     */
    private long pass(
            Piece piece,
            List<CleanColumn> columns,
            String sql,
            Function<BatchFeed, @Nullable Ledger> ledger,
            Runnable read)
            throws IOException {
        RowReader reader = piece.source().open();
        BatchFeed.Task task = new BatchFeed.Task(
                reader,
                piece.layout().headerRow(),
                piece.layout().headings().size(),
                piece.source().positional(),
                columns);
        long total = piece.source().bytes();
        progress.phase(new Event.Progress(Phase.READ, piece.label(), 0, total));
        try (BatchFeed feed =
                new BatchFeed(task, rows -> progress.at(piece.label(), rows, reader.bytesRead(), total), read)) {
            door.open(feed, columns, ledger.apply(feed), companions(piece));
            feed.start();
            try (Stop.Working reading = progress.stopping().begin(feed::cancel)) {
                session.execute(sql);
            } catch (DuckException e) {
                progress.stopping().check();
                Throwable failure = feed.failure();
                if (failure instanceof IOException unreadable) {
                    throw unreadable;
                }
                if (failure != null) {
                    throw new IllegalStateException("Reading " + piece.label() + " failed.", failure);
                }
                throw e;
            }
            return feed.blankRows();
        }
    }

    /** The columns that are stored or that a condition may read. */
    private List<CleanColumn> cleaned(Piece piece) {
        List<CleanColumn> cleaned = new ArrayList<>();
        for (Column column : columns().values()) {
            boolean stored = kept.contains(column.name());
            if (table.has(piece, column.name()) && (stored || read(column.name()))) {
                boolean required = column.required() || table.contract().key().contains(column.name());
                cleaned.add(new CleanColumn(
                        column.name(),
                        text(piece, column.name()),
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

    private CellText text(Piece piece, String column) {
        return table.mapping()
                .column(column)
                .value()
                .map(CellText::same)
                .orElseGet(() -> CellText.at(piece.layout().cells().getOrDefault(column, 0)));
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
