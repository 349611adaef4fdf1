package cn.mingjian.bench.rules;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.SqlText;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.dataset.Manifest;
import cn.mingjian.model.dataset.Part;
import cn.mingjian.model.library.Library;
import cn.mingjian.sample.LargeRegister;
import cn.mingjian.sample.Progress;
import cn.mingjian.sample.RegisterOrder;
import cn.mingjian.sample.Sample;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes large registers of the sample as dataset versions, in the layout that an import gives them: one Parquet part
 * (Snappy), its places, its delivered texts, a manifest. {@code MakeRegisters LIBRARY OUT ROWS [CONTRACT...]}.
 */
public final class MakeRegisters {
    private static final long SEED = 1;

    private final Path out;
    private final Library library;

    private MakeRegisters(Path out, Library library) {
        this.out = out;
        this.library = library;
    }

    public static void main(String[] arguments) throws IOException {
        MakeRegisters maker = new MakeRegisters(Path.of(arguments[1]), Library.open(Path.of(arguments[0])));
        long rows = Long.parseLong(arguments[2].replace("_", ""));
        List<String> wanted = List.of(arguments).subList(3, arguments.length);
        for (LargeRegister register : LargeRegister.values()) {
            if (wanted.isEmpty() || wanted.contains(register.contract())) {
                maker.make(register, rows);
            }
        }
    }

    private void make(LargeRegister register, long rows) throws IOException {
        Path folder = out.resolve(register.contract());
        if (Files.exists(folder)) {
            System.out.println(folder + " stands already");
            return;
        }
        Path delivered = out.resolve("delivered-" + register.contract());
        Sample sample = SampleCounty.writeRegister(
                new RegisterOrder(
                        register,
                        rows,
                        SEED,
                        0,
                        RegisterOrder.Format.PARQUET,
                        SampleOrder.DEFAULT_AS_OF,
                        library.contracts()),
                delivered,
                Progress.NONE);
        DuckLimits limits = new DuckLimits(1L << 30, 2, out, 1L << 30);
        try (DuckSession session = DuckSession.open(limits, DuckFiles.none().writingIn(out), List.of())) {
            for (String contract : sample.rows().keySet()) {
                version(session, contract, delivered, folder.resolve(contract));
            }
        }
        System.out.println(folder + " " + sample.rows());
    }

    private void version(DuckSession session, String id, Path delivered, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("1.parquet");
        Files.move(delivered.resolve(id + ".parquet"), part);
        copy(session, "SELECT CAST(0 AS BIGINT) AS pos, CAST(2 AS BIGINT) AS row", folder.resolve("1.places.parquet"));
        copy(
                session,
                "SELECT CAST(0 AS BIGINT) AS pos, '' AS \"column\", '' AS raw LIMIT 0",
                folder.resolve("1.raw.parquet"));
        DuckRow count = session.one("SELECT count(*) AS n FROM read_parquet(" + SqlText.path(part) + ")");
        Contract contract = library.contracts().find(id).orElseThrow();
        List<String> columns = session
                .query("SELECT name FROM parquet_schema(" + SqlText.path(part) + ") WHERE num_children IS NULL")
                .stream()
                .map(row -> String.valueOf(row.text("name")))
                .filter(contract.columns()::containsKey)
                .toList();
        DatasetVersion.write(
                folder,
                new Manifest(
                        Manifest.SCHEMA,
                        id,
                        contract.version().toString(),
                        columns,
                        new Coverage(
                                SampleOrder.DEFAULT_AS_OF.minusYears(6).withDayOfYear(1),
                                SampleOrder.DEFAULT_AS_OF,
                                List.of(),
                                null),
                        count.count("n"),
                        0,
                        0,
                        0,
                        Map.of(),
                        List.of(new Part(
                                "1.parquet",
                                count.count("n"),
                                "",
                                "1.places.parquet",
                                "1.raw.parquet",
                                id + ".csv",
                                null,
                                ""))));
    }

    private static void copy(DuckSession session, String query, Path file) {
        session.execute("COPY (" + query + ") TO " + SqlText.path(file) + " (FORMAT parquet)");
    }
}
