package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Absence holds where the register speaks of the place, and as long as the versions that do reach. */
class OverTest {

    private static final String STEPS = """
            unreported:
              absent: stay
              in: report
              on: [id]
              over: {from: day, to: "plus_days(day, 10)"}""";

    private final Path folder;

    OverTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial placed() {
        return Trial.in(folder)
                .contract("stay(id): id text, day date, area region")
                .contract("report(no): no text, id text, day date dated");
    }

    @Test
    void shouldKnowOnlyTheRegionsOfWhichTheRegisterSpeaks() {
        TrialRun run = placed().rows(
                        "stay",
                        "county | 2024-05-01 | 340207",
                        "city | 2024-05-01 | 340200",
                        "other | 2024-05-01 | 340102",
                        "before-the-split | 2024-05-01 | 340221",
                        "nowhere | 2024-05-01 |",
                        "reported | 2024-05-01 | 340102")
                .rows("report", "a | reported | 2024-05-02")
                .known("report", "2024-01-01", "2024-06-30", "340200")
                .steps(STEPS)
                .run("unreported", "id");

        assertThat(run.kept()).containsExactly("before-the-split", "city", "county");
        assertThat(run.unknown()).containsExactly("nowhere: reach", "other: reach");
    }

    @Test
    void shouldReachInEachRegionAsFarAsItsOwnVersions() {
        TrialRun run = placed().rows(
                        "stay",
                        "short | 2024-06-10 | 340207",
                        "long | 2024-06-10 | 340102",
                        "early | 2023-06-10 | 340102",
                        "third | 2024-06-10 | 340302")
                .known("report", null, "2024-06-15", "340200")
                .known("report", "2024-01-01", "2024-06-30", "340100")
                .known("report", null, "2024-06-30", "340300")
                .steps(STEPS)
                .run("unreported", "id");

        assertThat(run.kept()).containsExactly("long", "third");
        assertThat(run.unknown()).containsExactly("early: reach", "short: reach");
    }

    @Test
    void shouldTakeTheRegionsOfTheDatasetsWhenRowsHaveNone() {
        Trial trial = Trial.in(folder)
                .contract("stay(id): id text, day date")
                .contract("report(no): no text, id text, day date dated")
                .rows("stay", "1 | 2024-05-01")
                .known("report", null, "2024-06-30", "340200", "340300")
                .steps(STEPS);

        assertThat(trial.unknown("unreported", "id")).containsExactly("1: reach");
        assertThat(trial.known("stay", null, null, "340207").kept("unreported", "id"))
                .containsExactly("1");
        assertThat(trial.known("stay", null, null, "340102").unknown("unreported", "id"))
                .containsExactly("1: reach");
    }

    @Test
    void shouldAskForThePlaceThatTheStepNames() {
        Trial trial = Trial.in(folder)
                .contract("stay(id): id text, day date, area region, home region")
                .contract("report(no): no text, id text, day date dated")
                .rows("stay", "1 | 2024-05-01 | 340102 | 340207", "2 | 2024-05-01 | 340207 | 340102")
                .known("report", null, "2024-06-30", "340200");

        assertThat(trial.steps(STEPS.replace("10)\"", "10)\", for: home")).kept("unreported", "id"))
                .containsExactly("1");
        assertThat(trial.steps(STEPS.replace("10)\"", "10)\", for: day")).mistakes())
                .contains("5:52 step.over-not-a-region");
    }

    @Test
    void shouldBoundARegisterWithoutDaysByItsRegions() {
        Trial trial = Trial.in(folder)
                .contract("stay(id): id text, day date, area region")
                .contract("kin(id): id text")
                .rows("stay", "1 | 2024-05-01 | 340102", "2 | 2024-05-01 | 340207")
                .known("kin", null, null, "340200")
                .steps("alone: {absent: stay, in: kin, on: [id]}");

        TrialRun run = trial.run("alone", "id");

        assertThat(run.kept()).containsExactly("2");
        assertThat(run.unknown()).containsExactly("1: reach");
    }

    @Test
    void shouldCountOnlyWhereTheRegisterSpeaksOfThePlace() {
        assertThat(placed().rows("stay", "1 | 2024-05-01 | 340102", "2 | 2024-05-01 | 340207")
                        .known("report", null, "2024-06-30", "340200")
                        .steps("counted: {tally: stay, of: report, on: [id], until: day, add: {n: count(*)}}")
                        .kept("counted", "id, n"))
                .containsExactly("1|-", "2|0");
    }
}
