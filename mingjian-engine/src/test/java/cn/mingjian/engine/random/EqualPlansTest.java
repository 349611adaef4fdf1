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
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However a plan is cut into statements - nothing kept, what is read twice kept, everything kept - and whether it carries
 * all fields or those that are read, a run gives the same clues with the same source rows, the same signals, the same counts
 * and the same rows that no step could decide; and the same again when companions were admitted at the door. {@code -Dmingjian.plans=2000} draws more models
 * than a build needs, {@code -Dmingjian.seed} others.
 */
class EqualPlansTest {

    private static final int PLANS = Integer.getInteger("mingjian.plans", 60);
    private static final long SEED = Long.getLong("mingjian.seed", 1);
    private static final long SEEDS = 1_000_000;
    private static final int A_DELIVERY = 20;
    private static final int MOST_DIFFERENCES = 5;
    private static final int BEFORE = 100;
    private static final int EXCERPT = 400;
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
        Library library = new RandomLibrary(folder).open();
        Engine engine = new Engine(library, limits, NumberingKey.PUBLISHED, Planning.AS_WRITTEN);
        Compiler compiler = Compiler.of(library);
        long seed = SEED * SEEDS;
        RandomDelivery delivery = RandomDelivery.write(folder, limits, seed);
        for (int plan = 0; plan < PLANS && differences.size() < MOST_DIFFERENCES; plan++) {
            if (plan > 0 && plan % A_DELIVERY == 0) {
                delivery = RandomDelivery.write(folder, limits, seed);
            }
            RandomModel model = new RandomModel(seed++);
            Optional<ModelPackage> pack = model.checked(compiler, folder);
            while (pack.isEmpty()) {
                refused++;
                model = new RandomModel(seed++);
                pack = model.checked(compiler, folder);
            }
            tally.drawn(model.words());
            compare(engine, pack.get(), delivery, plan, "plan " + plan + ", seed " + (seed - 1) + "\n" + model.text());
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
        assertThat(tally.of("rows pending")).isGreaterThan(PLANS / 3);
        assertThat(tally.of("compared rows of unknown")).isGreaterThan(PLANS);
        assertThat(tally.of("compared plans with companions")).isGreaterThan(PLANS / 8);
    }

    private void compare(Engine engine, ModelPackage pack, RandomDelivery delivery, int plan, String model) {
        try {
            RunResult traced = run(engine, pack, delivery.whole(), Keeping.TRACED, true);
            tally.found(traced);
            boolean wantUnknown = plan % 2 == 0;
            RunResult shared = run(engine, pack, delivery.whole(), Keeping.SHARED, wantUnknown);
            differ("shared, " + model, found(traced), found(shared));
            if (wantUnknown) {
                tally.compared("rows of unknown", traced.unknown().size());
                differ("rows of unknown, " + model, undecided(traced), undecided(shared));
            }
            RunResult fused = run(engine, pack, delivery.whole(), Keeping.FUSED, wantUnknown);
            differ("fused, " + model, found(traced), found(fused));
            if (wantUnknown) {
                differ("rows of unknown fused, " + model, undecided(traced), undecided(fused));
            }
            if (!wantUnknown && pack.inputs().containsKey("mate")) {
                RunResult admitted = run(engine, pack, delivery.admitted(), Keeping.SHARED, false);
                tally.compared("plans with companions", 1);
                differ("admitted, " + model, asked(traced), asked(admitted));
            }
            if (!wantUnknown) {
                RunResult sized = run(engine, pack, delivery.sized(), Keeping.SHARED, false);
                differ("sized, " + model, withoutSizes(traced), withoutSizes(sized));
            }
        } catch (DuckException e) {
            differences.add(e + ", " + model);
        }
    }

    private void differ(String what, List<?> one, List<?> other) {
        String left = String.join("\n", one.stream().map(Object::toString).toList());
        String right = String.join("\n", other.stream().map(Object::toString).toList());
        if (!left.equals(right)) {
            int at = Math.max(0, Arrays.mismatch(left.toCharArray(), right.toCharArray()) - BEFORE);
            differences.add(what + "\n" + excerpt(left, at) + "\n" + excerpt(right, at));
        }
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.min(at, text.length()), Math.min(at + EXCERPT, text.length()));
    }

    private static List<?> found(RunResult result) {
        return List.of(result.funnel(), result.clues(), result.masked(), result.signals());
    }

    /** What does not tell which rows were delivered. */
    private static List<?> asked(RunResult result) {
        return List.of(
                result.funnel().steps(),
                result.funnel().rules(),
                result.clues().toString().replace(result.fingerprint(), ""),
                result.signals());
    }

    /** What does not tell how many rows a searched register is said to have. */
    private static List<?> withoutSizes(RunResult result) {
        return asked(result).stream()
                .map(each ->
                        each.toString().replaceAll("count=\\d+(, digest=null, absent)|rows=\\d+(, notStored)", "$1$2"))
                .toList();
    }

    private static List<?> undecided(RunResult result) {
        return List.of(result.unknown().stream().map(Object::toString).sorted().toList());
    }

    private static RunResult run(
            Engine engine,
            ModelPackage pack,
            Map<String, List<DatasetVersion>> datasets,
            Keeping keeping,
            boolean wantUnknown) {
        RunOrder order = new RunOrder(datasets, AS_OF, Map.of(), Map.of(), "test", keeping, wantUnknown, "test");
        return engine.run(pack, order, progress -> {});
    }
}
