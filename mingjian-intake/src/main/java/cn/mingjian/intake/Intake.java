package cn.mingjian.intake;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.DeliveredTable.Piece;
import cn.mingjian.intake.quality.Counting;
import cn.mingjian.intake.quality.Counting.Counted;
import cn.mingjian.intake.quality.QualityProblems;
import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.quality.Reporting;
import cn.mingjian.intake.read.UnreadableException;
import cn.mingjian.intake.store.Admission;
import cn.mingjian.intake.store.PieceImport;
import cn.mingjian.intake.store.PieceImport.Imported;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Stop;
import cn.mingjian.intake.store.Tally;
import cn.mingjian.intake.store.VersionFolder;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.dataset.Part;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.event.Phase;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Turns delivered tables into dataset versions: reads, cleans, keeps out what no purpose needs, counts, and makes
 * everything visible in one step. Killed at any moment it leaves no version or a whole one.
 */
public final class Intake {

    /** With less memory than this an engine cannot write a part. */
    private static final long SMALLEST = 256L << 20;

    /** How long an engine that was told to stop is told again. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final DuckLimits limits;
    private final List<DomainFunction> functions;

    /**
     * @param limits memory and threads of the engine; only rows that were admitted are ever spilled
     * @param functions domain functions that the conditions at the door may call
     */
    public Intake(DuckLimits limits, List<DomainFunction> functions) {
        this.limits = limits;
        this.functions = List.copyOf(functions);
    }

    /**
     * Imports a table as a new version.
     *
     * @param target folder of the version, which must not exist
     * @throws ProblemException when the delivery cannot be read or holds none of the wanted columns
     */
    public ImportResult importTable(DeliveredTable table, Wanted wanted, Path target, Progress progress) {
        List<String> kept =
                table.columns().stream().filter(wanted.columns()::contains).toList();
        return importTable(table, wanted, kept, List.of(), target, progress);
    }

    /**
     * Imports a table as a version that begins with all parts of an earlier one, whose columns it keeps; the parts are the
     * same files under names of their own. The counts of the result are those of what was delivered now, rows and parts of
     * its version those of both.
     */
    public ImportResult appendTable(
            DeliveredTable table, Wanted wanted, DatasetVersion base, Path target, Progress progress) {
        return importTable(table, wanted, base.manifest().columns(), List.of(base), target, progress);
    }

    private ImportResult importTable(
            DeliveredTable table,
            Wanted wanted,
            List<String> kept,
            List<DatasetVersion> before,
            Path target,
            Progress progress) {
        if (kept.isEmpty()) {
            throw new ProblemException(
                    Place.of(table.pieces().get(0).label()),
                    "intake.no-wanted-column",
                    table.contract().title(),
                    String.join(", ", wanted.columns()));
        }
        progress.stopping().check();
        Problems problems = new Problems();
        keyProblems(table, kept, problems);
        try (VersionFolder folder = VersionFolder.begin(target)) {
            List<Imported> imported = pieces(table, wanted, kept, folder.path(), progress);
            QualityReport quality = count(table, imported, kept, folder.path(), progress);
            quality.write(folder.path());
            new QualityProblems(table, wanted, problems).of(quality);
            progress.phase(begun(Phase.MANIFEST, table));
            DatasetVersion.write(
                    folder.path(), Earlier.in(before, folder.path()).and(manifest(table, imported, kept, quality)));
            progress.phase(begun(Phase.RENAME, table));
            Path done = folder.commit();
            return new ImportResult(DatasetVersion.read(done), quality, problems.list());
        } catch (DuckException e) {
            progress.stopping().check();
            throw e;
        } catch (UnreadableException e) {
            throw new ProblemException(
                    Place.of(table.contract().id()), e.code(), e.arguments().toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event.Progress begun(Phase phase, DeliveredTable table) {
        return new Event.Progress(phase, table.contract().id(), 0, 0);
    }

    /** A table that is to be imported. */
    public record Order(DeliveredTable table, Wanted wanted) {}

    /**
     * Imports several tables, each as a new version in a folder called like its contract; some at a time, within the same
     * limits. One that fails does not undo the others.
     *
     * @param parent folder of the versions
     * @throws ProblemException before anything is read, when one of the folders exists; when a delivery cannot be read, the
     *     first in the order, when several cannot
     */
    public Map<String, ImportResult> importTables(List<Order> orders, Path parent, Progress progress) {
        Problems taken = new Problems();
        orders.stream()
                .map(order -> parent.resolve(order.table().contract().id()))
                .filter(Files::exists)
                .forEach(there -> taken.error(Place.of(there.toString()), "intake.version-exists"));
        taken.throwIfErrors();
        int enginesInMemory = (int) Math.max(1, limits.memoryBytes() / SMALLEST);
        int atOnce = Math.max(1, Math.min(orders.size(), Math.min(limits.threads() + 1, enginesInMemory)));
        DuckLimits share = new DuckLimits(
                limits.memoryBytes() / atOnce,
                limits.threads(),
                limits.temporaryParent(),
                limits.temporaryBytes() / atOnce);
        Intake one = new Intake(share, functions);
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            Map<String, Future<ImportResult>> running = new LinkedHashMap<>();
            for (Order order : orders) {
                String id = order.table().contract().id();
                running.put(
                        id,
                        workers.submit(
                                () -> one.importTable(order.table(), order.wanted(), parent.resolve(id), progress)));
            }
            Map<String, ImportResult> results = new LinkedHashMap<>();
            running.forEach((id, result) -> results.put(id, finished(result)));
            return results;
        } finally {
            close(workers);
        }
    }

    private static ImportResult finished(Future<ImportResult> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for what still runs when another failed, so that nothing writes any more. */
    private static void close(ExecutorService workers) {
        workers.shutdown();
        try {
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private List<Imported> pieces(
            DeliveredTable table, Wanted wanted, List<String> kept, Path folder, Progress progress) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (Admission admission : wanted.admissions()) {
            if (admission instanceof Admission.Companion companion) {
                companion.others().version().ifPresent(version -> version.manifest()
                        .parts()
                        .forEach(part -> readable.add(version.path(part.file()))));
            }
        }
        // No room for spilling: what is not admitted must not reach a disk.
        // One thread: there is one reader, and a second thread of the engine would spin while the first works.
        DuckLimits noSpill = new DuckLimits(limits.memoryBytes(), 1, folder, 0);
        DuckFiles files = DuckFiles.reading(readable).writingIn(folder);
        try (DuckSession session = DuckSession.open(noSpill, files, functions);
                Stop.Working work = progress.stopping().begin(() -> session.cancel(REST));
                PieceImport pieces = new PieceImport(table, wanted, kept, folder, session, progress)) {
            return pieces.run();
        }
    }

    private QualityReport count(
            DeliveredTable table, List<Imported> imported, List<String> kept, Path folder, Progress progress) {
        List<Path> parts =
                imported.stream().map(one -> folder.resolve(one.part().file())).toList();
        try (DuckSession session =
                        DuckSession.open(limits(folder, limits.temporaryBytes()), DuckFiles.reading(parts), List.of());
                Stop.Working work = progress.stopping().begin(() -> session.cancel(REST))) {
            Counting counting = new Counting(session, parts);
            Map<String, Counted> counted =
                    counting.columns(kept.stream().map(table::column).toList());
            Long duplicates = counting.duplicates(table.contract().key(), Set.copyOf(kept));
            return new Reporting(table, imported, kept).report(counted, duplicates);
        }
    }

    /** What spills lies in the unfinished folder, and goes with it when the import is killed. */
    private DuckLimits limits(Path folder, long temporaryBytes) {
        return new DuckLimits(limits.memoryBytes(), limits.threads(), folder, temporaryBytes);
    }

    private static Manifest manifest(
            DeliveredTable table, List<Imported> imported, List<String> kept, QualityReport quality) {
        Contract contract = table.contract();
        Map<String, Long> persons = new LinkedHashMap<>();
        quality.columns().stream()
                .filter(column -> table.column(column.column()).type() == ColumnType.ID_NO)
                .forEach(column -> persons.put(column.column(), column.distinct()));
        List<Part> parts = imported.stream().map(Imported::part).toList();
        return new Manifest(
                Manifest.SCHEMA,
                contract.id(),
                contract.version(),
                kept,
                table.coverage(),
                sum(imported, Tally::rowsKept),
                sum(imported, Tally::rowsRejected),
                sum(imported, Tally::rowsOutOfScope),
                sum(imported, Tally::rowsScopeUnknown),
                persons,
                parts);
    }

    private static long sum(List<Imported> imported, ToLongFunction<Tally> count) {
        return imported.stream().map(Imported::tally).mapToLong(count).sum();
    }

    private static void keyProblems(DeliveredTable table, List<String> kept, Problems problems) {
        for (String column : table.contract().key()) {
            for (Piece piece : table.pieces()) {
                if (kept.contains(column) && !table.has(piece, column)) {
                    problems.warning(Place.of(piece.label()), "intake.key-not-delivered", column);
                }
            }
        }
    }
}
