package cn.mingjian.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Delivered.Dataset;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link EqualPlansTest} can see: the models and rows that it draws tell a plan with a mistake from a sound one, by what
 * the steps count and by the clues, for each mistake that is tried. A mistake at which the engine stops fails this test.
 */
class DamagedPlansTest {

    private static final int PLANS = 60;
    private static final long FIRST_SEED = 1_000_000;
    private static final Settings SETTINGS = new Settings(LocalDate.of(2024, 5, 28), Map.of(), false);

    private final Path folder;
    private final DuckLimits limits;
    private final Library library;

    DamagedPlansTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.limits = new DuckLimits(500_000_000, 1, folder, 100_000_000);
        this.library = new RandomLibrary(folder).open();
    }

    @Test
    void shouldTellAPlanWithAMistakeFromASoundOne() throws IOException {
        Map<String, List<DatasetVersion>> datasets =
                RandomDelivery.write(folder, limits, FIRST_SEED).whole();
        Compiler compiler = Compiler.of(library);
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < PLANS && seen.size() < Damage.ALL.size(); i++) {
            Optional<ModelPackage> pack = new RandomModel(FIRST_SEED + i).checked(compiler, folder);
            if (pack.isPresent()) {
                Plan plan = compiler.compile(pack.get(), delivered(datasets), SETTINGS, Keeping.FUSED, Columns.NEEDED);
                List<String> sound = found(plan, datasets);
                assertThat(found(plan, datasets)).isEqualTo(sound);
                for (Damage damage : Damage.ALL) {
                    Plan damaged = damage.in(plan);
                    if (!seen.containsKey(damage.mistake())
                            && !damaged.equals(plan)
                            && !found(damaged, datasets).equals(sound)) {
                        seen.put(damage.mistake(), i);
                    }
                }
            }
        }

        System.out.println("Mistakes by the plan that showed them: " + seen);
        assertThat(seen.keySet())
                .containsAll(Damage.ALL.stream().map(Damage::mistake).toList());
    }

    private static Delivered delivered(Map<String, List<DatasetVersion>> datasets) {
        Map<String, Dataset> delivered = new HashMap<>();
        datasets.forEach((contract, versions) -> delivered.put(
                contract,
                new Dataset(
                        new LinkedHashSet<>(versions.get(0).manifest().columns()),
                        versions.stream()
                                .map(version -> version.manifest().coverage())
                                .toList(),
                        OptionalLong.of(versions.stream()
                                .mapToLong(version -> version.manifest().rows())
                                .sum()))));
        return new Delivered(delivered, false);
    }

    /** What the steps counted, and the clues. */
    private List<String> found(Plan plan, Map<String, List<DatasetVersion>> datasets) {
        List<Path> files = datasets.values().stream()
                .flatMap(versions -> versions.stream().map(DamagedPlansTest::rows))
                .toList();
        try (DuckSession session =
                DuckSession.open(limits, DuckFiles.reading(files), library.functions(), Planning.AS_WRITTEN)) {
            datasets.forEach((contract, versions) -> session.execute("CREATE TEMP VIEW "
                    + Sql.name(InputView.dataName(contract)) + " AS "
                    + versions.stream().map(DamagedPlansTest::select).collect(Collectors.joining(" UNION ALL "))));
            List<String> found = new ArrayList<>();
            new PlanRunner(session, plan, false).run(act -> {}).forEach(step -> found.add(step.toString()));
            for (Plan.Act act : plan.acts()) {
                if (act instanceof Plan.Act.OfRule rule) {
                    session.query("FROM " + rule.rule().cluesTable() + " ORDER BY ALL")
                            .forEach(clue -> found.add(clue.values().toString()));
                }
            }
            return found;
        }
    }

    private static Path rows(DatasetVersion version) {
        return version.path("rows.parquet");
    }

    private static String select(DatasetVersion version) {
        return "SELECT *, 0 AS _part, file_row_number AS _pos FROM read_parquet("
                + Sql.text(rows(version).toAbsolutePath().normalize().toString()) + ", file_row_number = true)";
    }
}
