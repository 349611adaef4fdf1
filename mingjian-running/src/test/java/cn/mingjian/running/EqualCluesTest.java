package cn.mingjian.running;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every package of the library finds the same on the sample, however its plan is cut into statements. In the build each
 * package meets one level of dirt, in turn; {@code -Dmingjian.dirt=all} lets each meet all three.
 */
@Execution(ExecutionMode.CONCURRENT)
class EqualCluesTest {

    private static final Library LIBRARY = Library.open(Path.of("..", "library"));
    private static final List<Integer> DIRT = List.of(0, 2, 3);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path counties;

    private final Path folder;
    private final DuckLimits limits;
    private final Compiler compiler = Compiler.of(LIBRARY);

    EqualCluesTest(@TempDir Path folder) {
        this.folder = folder;
        this.limits = new DuckLimits(1L << 30, 2, folder, 1L << 30);
    }

    static List<Arguments> packages() {
        boolean all = "all".equals(System.getProperty("mingjian.dirt"));
        List<Arguments> packages = new ArrayList<>();
        for (Path model : LIBRARY.models()) {
            List<Integer> levels = all ? DIRT : List.of(DIRT.get(packages.size() % DIRT.size()));
            levels.forEach(dirt -> packages.add(Arguments.of(model.getFileName().toString(), dirt)));
        }
        return packages;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void shouldGiveEqualCluesFusedKeptAndTraced(String model, int dirt) throws IOException {
        ModelPackage pack = PackageReader.read(
                        LIBRARY.folder().resolve("models").resolve(model), new Problems())
                .orElseThrow();
        Map<String, List<DatasetVersion>> datasets = imported(pack, county(dirt));

        RunResult traced = run(pack, datasets, Keeping.TRACED);

        System.out.println(model + ", dirt " + dirt + ": "
                + traced.clues().size() + " clues with "
                + traced.clues().stream()
                        .mapToInt(clue -> clue.sourceRows().size())
                        .sum()
                + " source rows, " + traced.signals().size() + " signal rows");
        assertThat(traced.clues()).isNotEmpty();
        for (Keeping keeping : List.of(Keeping.SHARED, Keeping.FUSED)) {
            RunResult other = run(pack, datasets, keeping);
            assertThat(other.clues()).as("clues %s", keeping).isEqualTo(traced.clues());
            assertThat(other.masked()).as("masked %s", keeping).isEqualTo(traced.masked());
            assertThat(other.signals()).as("signals %s", keeping).isEqualTo(traced.signals());
            assertThat(other.funnel()).as("funnel %s", keeping).isEqualTo(traced.funnel());
        }
    }

    /** The sample at one level of dirt, written once for all packages. */
    private static synchronized Path county(int dirt) {
        Path county = counties.resolve("dirt" + dirt);
        if (!Files.exists(county)) {
            SampleCounty.write(
                    new SampleOrder(1, 1, dirt, SampleOrder.DEFAULT_AS_OF, LIBRARY.contracts()),
                    county,
                    cn.mingjian.sample.Progress.NONE);
        }
        return county;
    }

    private Map<String, List<DatasetVersion>> imported(ModelPackage pack, Path county) throws IOException {
        Settings settings = new Settings(SampleOrder.DEFAULT_AS_OF, Map.of(), false);
        Delivery delivery = Binding.open(county, List.of(pack), LIBRARY);
        Map<String, List<DatasetVersion>> datasets = new LinkedHashMap<>();
        Binding.of(LIBRARY, compiler, pack, delivery, settings)
                .importInto(Files.createDirectories(folder.resolve(pack.id())), limits, Progress.NONE)
                .forEach((contract, result) -> datasets.put(contract, List.of(result.version())));
        return datasets;
    }

    private RunResult run(ModelPackage pack, Map<String, List<DatasetVersion>> datasets, Keeping keeping) {
        RunOrder order =
                new RunOrder(datasets, SampleOrder.DEFAULT_AS_OF, Map.of(), Map.of(), "test", keeping, false, "test");
        return new Engine(LIBRARY, limits, NumberingKey.PUBLISHED).run(pack, order, progress -> {});
    }
}
