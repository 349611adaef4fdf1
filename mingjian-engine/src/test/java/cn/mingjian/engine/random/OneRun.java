package cn.mingjian.engine.random;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** One run of a model over the first random delivery. */
final class OneRun {

    private static final String HEAD = """
            format: 1
            id: one-run
            version: 1.0.0
            title: {zh: t, en: t}
            line: civil
            point: p
            purpose: {duty: {zh: d, en: d}, necessity: {zh: n, en: n}}
            """;

    private OneRun() {}

    /** @param model its inputs and what follows them; what stands before is the same for all */
    static RunResult of(String model, Path folder) throws IOException {
        DuckLimits limits = new DuckLimits(500_000_000, 1, folder, 100_000_000);
        RandomLibrary random = new RandomLibrary(folder);
        Files.createDirectories(folder.resolve("model"));
        Files.writeString(folder.resolve("model/model.yaml"), HEAD + model);
        ModelPackage pack =
                PackageReader.read(folder.resolve("model"), new Problems()).orElseThrow();
        RunOrder order = new RunOrder(
                RandomDelivery.write(folder, limits, 1).whole(),
                LocalDate.of(2024, 5, 28),
                Map.of(),
                Map.of(),
                "test",
                Keeping.SHARED,
                false,
                "test");

        return new Engine(random.open(), limits, NumberingKey.PUBLISHED).run(pack, order, progress -> {});
    }
}
