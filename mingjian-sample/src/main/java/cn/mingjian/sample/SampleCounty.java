package cn.mingjian.sample;

import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Writes a synthetic county: registers of persons, firms and hotels as offices would deliver them, what they cover, and
 * the planted truth. The folder is one that {@code run --data} takes. Registers are generated as sets by the engine, in
 * memory that does not grow with them.
 */
public final class SampleCounty {
    private static final List<String> SCRIPTS = List.of(
            "people",
            "trials",
            "convictions",
            "prosecution",
            "benefits",
            "correction",
            "firms",
            "hotels",
            "pollution",
            "housing",
            "truth",
            "coverage");
    /** Who stated what a sample covers: by this name its data are known to be invented. */
    public static final String STATED_BY = "合成样例";

    private static final long MEMORY_BYTES = 2L << 30;
    private static final long TEMPORARY_BYTES = 200L << 30;

    private SampleCounty() {}

    /**
     * Writes the county.
     *
     * @param out a new or an empty folder
     * @throws ProblemException when the folder holds files, or the library lacks a contract
     */
    public static Sample write(SampleOrder order, Path out, Progress progress) {
        prepare(out);
        try (DuckSession session = open(out)) {
            Registers registers =
                    Registers.simulate(session, "county", SCRIPTS, order.scale(), order.seed(), order.asOf());
            Dirt dirt = Dirt.of(order.dirt());
            RegisterFile file = new RegisterFile(registers, out, dirt);
            Map<String, Long> rows = writeAll(
                    contracts(registers, order.contracts()),
                    contract -> file.write(contract, dirt.format(contract.id())),
                    progress);
            SideFiles.coverage(session, out);
            SideFiles.truth(session, out);
            SideFiles.readme(out, order.scale(), order.seed(), order.dirt(), order.asOf());
            return new Sample(out, rows);
        }
    }

    /**
     * Writes one register in any size, with the small ones that a comparison needs beside it; for measuring. Unlike a
     * county it is not sorted, and holds nothing in memory.
     *
     * @param out a new or an empty folder
     * @throws ProblemException when the folder holds files, or the library lacks a contract
     */
    public static Sample writeRegister(RegisterOrder order, Path out, Progress progress) {
        prepare(out);
        try (DuckSession session = open(out)) {
            List<String> scripts = List.of("persons", order.register().contract(), "coverage");
            Registers registers =
                    Registers.simulate(session, "large", scripts, order.rows(), order.seed(), order.asOf());
            RegisterFile file = new RegisterFile(registers, out, Dirt.of(order.dirt()));
            Map<String, Long> rows = writeAll(
                    contracts(registers, order.contracts()),
                    contract -> file.writeAsGenerated(contract, order.format()),
                    progress);
            SideFiles.coverage(session, out);
            if (registers.tellTruth()) {
                SideFiles.truth(session, out);
            }
            SideFiles.readme(out, order.rows(), order.seed(), order.dirt(), order.asOf());
            return new Sample(out, rows);
        }
    }

    private static Map<String, Long> writeAll(
            List<Contract> contracts, ToLongFunction<Contract> write, Progress progress) {
        Map<String, Long> rows = new HashMap<>();
        for (Contract contract : contracts) {
            long written = write.applyAsLong(contract);
            rows.put(contract.id(), written);
            progress.written(contract.id(), written, rows.size(), contracts.size());
        }
        return rows;
    }

    /** All of them before the first is written, so that a library that lacks one costs no time. */
    private static List<Contract> contracts(Registers registers, Contracts library) {
        return registers.names().stream()
                .map(id -> library.find(id)
                        .orElseThrow(() -> new ProblemException(Place.of("library/contracts"), "sample.contract", id)))
                .toList();
    }

    private static DuckSession open(Path out) {
        int threads = Runtime.getRuntime().availableProcessors();
        return DuckSession.open(
                new DuckLimits(MEMORY_BYTES, threads, out, TEMPORARY_BYTES),
                DuckFiles.none().writingIn(out),
                List.of());
    }

    private static void prepare(Path out) {
        try {
            Files.createDirectories(out);
            try (Stream<Path> found = Files.list(out)) {
                if (found.findAny().isPresent()) {
                    throw new ProblemException(Place.of(out.toString()), "sample.folder-not-empty");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
