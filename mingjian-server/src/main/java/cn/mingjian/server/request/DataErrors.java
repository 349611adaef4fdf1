package cn.mingjian.server.request;

import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.Intake;
import cn.mingjian.intake.clean.Reason;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.intake.quality.QualityReport.Example;
import cn.mingjian.intake.quality.QualityReport.SourceQuality;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Row;
import cn.mingjian.intake.read.RowReader;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.folder.LockedFolder;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.running.Binding;
import cn.mingjian.server.dataset.VersionErrors;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.installation.ServerSettings;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.request.pack.ErrorPaper.CellError;
import cn.mingjian.server.request.pack.ErrorPaper.TableErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds what a provider has to look at in a delivery: takes its tables in on trial, in a folder that only the server can
 * enter and that is removed at the end, and keeps places and reasons, never a value.
 */
@Component
class DataErrors {

    private static final int MOST = 5_000;
    private static final long MEMORY = 512L << 20;
    private static final long DISK = 4L << 30;
    private static final String REJECTED = "rejected.csv";
    /** Cells of that file. */
    private static final int FILE = 0;

    private static final int SHEET = 1;
    private static final int ROW = 2;
    private static final int COLUMN = 3;
    private static final int REASON = 4;
    private static final int WORDS = 5;

    private final Library library;
    private final Packages packages;
    private final Path work;
    private final Semaphore one = new Semaphore(1);

    DataErrors(Library library, Packages packages, ServerSettings settings) {
        this.library = library;
        this.packages = packages;
        this.work = settings.work();
    }

    /** What was found, by file and by cell. */
    record Found(List<TableErrors> tables, List<CellError> errors) {

        /** What an import found, of which the folder holds the rows that could not be taken. */
        void add(Contract contract, QualityReport quality, Path folder) throws IOException {
            tables.add(counts(contract, quality));
            DataErrors.rejected(contract, folder.resolve(REJECTED), errors);
            quality.columns().forEach(column -> examples(contract, column, errors));
        }

        boolean any() {
            return tables.stream().anyMatch(table -> table.rejected() + table.cells() > 0);
        }
    }

    /** Takes the tables in a folder in on trial; one at a time. */
    Found in(Path data) {
        if (!one.tryAcquire()) {
            throw Refusal.conflict("request.errors-busy");
        }
        try (LockedFolder folder = LockedFolder.make(work, "errors-")) {
            return look(data, folder.path());
        } catch (ProblemException e) {
            throw Refusal.of(e.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            one.release();
        }
    }

    /** What was found in a version that was taken in. */
    static Found of(VersionErrors.Wrong wrong) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        found.tables()
                .add(new TableErrors(
                        title(wrong.contract()),
                        String.join("、", wrong.files()),
                        wrong.read(),
                        wrong.rejected(),
                        wrong.cells()));
        try {
            rejected(wrong.contract(), wrong.rows(), found.errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private Found look(Path data, Path folder) throws IOException {
        Delivery delivery = Binding.open(data, packages.all(), library);
        Intake intake = new Intake(new DuckLimits(MEMORY, 1, folder, DISK), library.functions());
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (DeliveredTable table : delivery.tables().values()) {
            Path target = folder.resolve(table.contract().id());
            ImportResult result = intake.importTable(
                    table, Wanted.columns(table.columns()), target, (source, rows, bytes, total) -> {});
            found.add(table.contract(), result.quality(), target);
        }
        return found;
    }

    private static TableErrors counts(Contract contract, QualityReport quality) {
        List<SourceQuality> sources = quality.sources();
        return new TableErrors(
                title(contract),
                sources.stream()
                        .map(source -> source.sheet() == null ? source.file() : source.file() + " · " + source.sheet())
                        .collect(Collectors.joining("、")),
                sources.stream().mapToLong(SourceQuality::read).sum(),
                sources.stream().mapToLong(SourceQuality::rejectedRows).sum(),
                quality.columns().stream().mapToLong(DataErrors::cells).sum());
    }

    private static long cells(ColumnQuality column) {
        return column.invalid()
                + column.untypable().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private static String title(Contract contract) {
        return contract.title().in(Language.ZH);
    }

    private static void rejected(Contract contract, Path file, List<CellError> errors) throws IOException {
        Row row = new Row();
        try (RowReader reader = DeliveredFile.open(file).get(0).open()) {
            while (errors.size() < MOST && reader.next(row)) {
                if (row.number() > 1) {
                    errors.add(new CellError(
                            title(contract),
                            row.text(FILE),
                            row.text(SHEET),
                            Long.parseLong(row.text(ROW)),
                            column(contract, row.text(COLUMN)),
                            row.text(WORDS),
                            mend(row.text(REASON))));
                }
            }
        }
    }

    private static void examples(Contract contract, ColumnQuality column, List<CellError> errors) {
        for (Example example : column.examples()) {
            if (errors.size() >= MOST) {
                return;
            }
            boolean invalid = example.reason().equals(Example.INVALID);
            errors.add(new CellError(
                    title(contract),
                    example.file(),
                    example.sheet() == null ? "" : example.sheet(),
                    example.row(),
                    column(contract, column.column()),
                    invalid
                            ? Messages.text(Language.ZH, "letter.invalid")
                            : Messages.text(
                                    Language.ZH, reason(example.reason()).code()),
                    mend(example.reason())));
        }
    }

    private static Reason reason(String word) {
        return Reason.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String mend(String reason) {
        return Messages.text(Language.ZH, "letter.mend-" + reason);
    }

    private static String column(Contract contract, String name) {
        Column column = contract.columns().get(name);
        return column == null ? name : column.title().in(Language.ZH);
    }
}
