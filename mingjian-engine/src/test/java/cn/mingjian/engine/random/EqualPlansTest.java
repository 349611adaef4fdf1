package cn.mingjian.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckException;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.Planning;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a plan is cut into statements - nothing kept, what is read twice kept, everything kept - a run gives the same
 * clues with the same source rows, the same signals, and the same counts. {@code -Dmingjian.plans=2000} draws more models
 * than a build needs, {@code -Dmingjian.seed} others.
 */
class EqualPlansTest {

    private static final int PLANS = Integer.getInteger("mingjian.plans", 60);
    private static final long SEED = Long.getLong("mingjian.seed", 1);
    private static final long SEEDS = 1_000_000;
    private static final int A_DELIVERY = 20;
    private static final LocalDate AS_OF = LocalDate.of(2024, 5, 28);

    private final Path folder;
    private final DuckLimits limits;
    private final Tally tally = new Tally();
    private final List<String> differences = new ArrayList<>();
    private int refused;

    EqualPlansTest(@TempDir Path folder) {
        this.folder = folder;
        this.limits = new DuckLimits(500_000_000, 1, folder, 100_000_000);
    }

    @Test
    void shouldFindTheSameHoweverThePlanIsCut() throws IOException {
        RandomLibrary random = new RandomLibrary(folder, limits);
        Library library = random.open();
        Engine engine = new Engine(library, limits, NumberingKey.PUBLISHED, Planning.AS_WRITTEN);
        Compiler compiler = Compiler.of(library);
        long seed = SEED * SEEDS;
        Map<String, List<DatasetVersion>> datasets = Map.of();
        for (int plan = 0; plan < PLANS; plan++) {
            if (plan % A_DELIVERY == 0) {
                datasets = random.deliver(seed);
            }
            RandomModel model = new RandomModel(seed++);
            Optional<ModelPackage> pack = checked(compiler, model);
            while (pack.isEmpty()) {
                refused++;
                model = new RandomModel(seed++);
                pack = checked(compiler, model);
            }
            tally.drawn(model.words());
            compare(engine, pack.get(), datasets, "seed " + (seed - 1) + "\n" + model.text());
        }

        System.out.println(PLANS + " plans, " + refused + " others refused by the checker; " + tally);
        assertThat(differences).isEmpty();
        assertThat(tally.words().keySet()).containsAll(RandomModel.allWords());
        assertThat(tally.words().values()).allMatch(plans -> plans >= PLANS / 200);
        assertThat(tally.plansWithClues()).isGreaterThan(PLANS / 2);
        assertThat(tally.of("clues")).isGreaterThan(2L * PLANS);
        assertThat(tally.of("signal rows")).isGreaterThan(PLANS);
        assertThat(tally.of("source rows")).isGreaterThan(2L * PLANS);
        assertThat(tally.of("rows kept")).isBetween(tally.of("rows in") / 5, tally.of("rows in") * 4 / 5);
        assertThat(tally.of("rows unknown")).isGreaterThan(tally.of("rows in") / 50);
        assertThat(tally.of("rows pending")).isGreaterThan(PLANS);
    }

    private void compare(Engine engine, ModelPackage pack, Map<String, List<DatasetVersion>> datasets, String model) {
        try {
            RunResult traced = run(engine, pack, datasets, Keeping.TRACED);
            tally.found(traced);
            for (Keeping keeping : List.of(Keeping.SHARED, Keeping.FUSED)) {
                difference(traced, run(engine, pack, datasets, keeping))
                        .ifPresent(what -> differences.add(keeping + ", " + model + "\n" + what));
            }
        } catch (DuckException e) {
            differences.add(e + ", " + model);
        }
    }

    /** What of two results differs first, if something does. */
    private static Optional<String> difference(RunResult one, RunResult other) {
        return Stream.of(
                        List.of(one.funnel(), other.funnel()),
                        List.of(one.clues(), other.clues()),
                        List.of(one.masked(), other.masked()),
                        List.of(one.signals(), other.signals()))
                .filter(pair -> !pair.get(0).equals(pair.get(1)))
                .map(pair -> pair.get(0) + "\n" + pair.get(1))
                .findFirst();
    }

    private Optional<ModelPackage> checked(Compiler compiler, RandomModel model) throws IOException {
        Files.createDirectories(folder.resolve("random"));
        Files.writeString(folder.resolve("random/model.yaml"), model.text());
        Optional<ModelPackage> pack = PackageReader.read(folder.resolve("random"), new Problems());
        pack.ifPresent(compiler::check);
        return pack.filter(one -> !one.problems().hasErrors());
    }

    private static RunResult run(
            Engine engine, ModelPackage pack, Map<String, List<DatasetVersion>> datasets, Keeping keeping) {
        RunOrder order = new RunOrder(datasets, AS_OF, Map.of(), Map.of(), "test", keeping, false, "test");
        return engine.run(pack, order, progress -> {});
    }
}
