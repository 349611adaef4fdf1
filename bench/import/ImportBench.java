import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.Intake;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.library.Library;
import cn.mingjian.sample.LargeRegister;
import cn.mingjian.sample.RegisterOrder;
import cn.mingjian.sample.RegisterOrder.Format;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three acts of the import bench, each a process of its own so that its CPU seconds can be told apart. */
public final class ImportBench {

    /** Bytes a row of each register, about, at the highest dirt; so that the three files weigh about the same. */
    private static final Map<LargeRegister, Integer> ROW_BYTES = rowBytes();

    private static final int DIRTIEST = 3;
    private static final long MEMORY = 2L << 30;
    private static final long DISK = 50L << 30;

    private ImportBench() {}

    private static Map<LargeRegister, Integer> rowBytes() {
        Map<LargeRegister, Integer> bytes = new LinkedHashMap<>();
        bytes.put(LargeRegister.BENEFIT_PAYMENT, 129);
        bytes.put(LargeRegister.CHECK_IN, 118);
        bytes.put(LargeRegister.MARKET_ENTITY, 260);
        return bytes;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "make" -> make(folder, Long.parseLong(arguments[2]), Format.valueOf(arguments[3]));
            case "copy" -> copy(folder, Path.of(arguments[2]));
            case "import" -> importAll(folder, Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void make(Path folder, long bytes, Format format) throws IOException {
        Library library = library();
        Files.createDirectories(folder);
        for (Map.Entry<LargeRegister, Integer> register : ROW_BYTES.entrySet()) {
            Path work = folder.resolve("work");
            long rows = bytes / ROW_BYTES.size() / register.getValue();
            SampleCounty.writeRegister(
                    new RegisterOrder(
                            register.getKey(), rows, 1, DIRTIEST, format, SampleOrder.DEFAULT_AS_OF, library.contracts()),
                    work,
                    (contract, written, done, of) -> {});
            String name = register.getKey().contract() + ".csv";
            Files.move(work.resolve(name), folder.resolve(name));
            try (var left = Files.list(work)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(work);
        }
    }

    /** What the engine does at best: every column as it finds it, nothing checked. */
    private static void copy(Path folder, Path out) throws IOException {
        Files.createDirectories(out);
        List<Path> files = ROW_BYTES.keySet().stream()
                .map(register -> folder.resolve(register.contract() + ".csv"))
                .toList();
        try (DuckSession session = DuckSession.open(limits(out), DuckFiles.reading(files).writingIn(out), List.of())) {
            for (Path file : files) {
                Path part = out.resolve(file.getFileName().toString().replace(".csv", ".parquet"));
                long rows = session.execute("COPY (FROM read_csv(" + SqlText.path(file) + ")) TO " + SqlText.path(part)
                        + " (FORMAT parquet)");
                System.out.println(file.getFileName() + ": " + rows + " rows copied");
            }
        }
    }

    /** All columns of each contract, typed and checked. */
    private static void importAll(Path folder, Path out) {
        Library library = library();
        List<Contract> contracts = ROW_BYTES.keySet().stream()
                .map(register -> library.contracts().find(register.contract()).orElseThrow())
                .toList();
        Intake intake = new Intake(limits(folder), library.functions());
        Delivery delivery = Delivery.open(folder, contracts);
        List<Intake.Order> orders = delivery.tables().values().stream()
                .map(table -> new Intake.Order(table, Wanted.columns(table.columns())))
                .toList();
        for (ImportResult result : intake.importTables(orders, out, Progress.NONE).values()) {
            Manifest manifest = result.version().manifest();
            System.out.println(manifest.contract() + ": " + manifest.columns().size() + " columns, " + manifest.rows()
                    + " rows kept, " + manifest.rejected() + " rejected");
        }
    }

    private static DuckLimits limits(Path temporary) {
        return new DuckLimits(MEMORY, Runtime.getRuntime().availableProcessors(), temporary, DISK);
    }

    private static Library library() {
        return Library.open(Path.of(System.getProperty("mingjian.home")).resolve("library"));
    }
}
