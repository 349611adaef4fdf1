package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

    private final Path folder;

    CompareTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String STEPS = """
            departed:
              compare: indicted
              with: judged
              on: [case_no, person]
              columns: [charge, {months: term}]
              only_left: {over: {to: due}}
              only_right: {over: {to: judged.decided}}
              take: {decided: decided}""";

    private Trial trial() {
        return Trial.in(folder)
                .contract(
                        "indicted(no): no text, case_no text, person text, charge text, months integer, due date dated")
                .contract(
                        "judged(no): no text, case_no text, person text, charge text, term integer, decided date dated");
    }

    private static final String FIELDS = "case_no, person, difference, differing, left_value, right_value, no, decided";

    @Test
    void shouldGiveARowForEachDifference() {
        TrialRun run = trial().rows(
                        "indicted",
                        "i1 | C1 | A | theft | 12 | 2024-01-01",
                        "i2 | C1 | B | theft | 12 | 2024-01-01",
                        "i3 | C1 | D | theft | 12 | 2024-01-01",
                        "i4 | C1 | E | | 12 | 2024-01-01",
                        "i5 | C1 | F | | | 2024-01-01")
                .rows(
                        "judged",
                        "j1 | C1 | A | robbery | 10 | 2024-02-01",
                        "j2 | C1 | B | theft | 12 | 2024-02-01",
                        "j3 | C1 | G | theft | 12 | 2024-02-01",
                        "j4 | C1 | E | theft | 12 | 2024-02-01",
                        "j5 | C1 | F | | | 2024-02-01")
                .steps(STEPS)
                .run("departed", FIELDS);

        assertThat(run.kept())
                .containsExactly(
                        "C1|A|differs|charge|theft|robbery|i1|2024-02-01",
                        "C1|A|differs|months|12|10|i1|2024-02-01",
                        "C1|D|only-left|-|-|-|i3|-",
                        "C1|G|only-right|-|-|-|-|2024-02-01");
        assertThat(run.unknown()).containsExactly("C1|E|differs|charge|-|theft|i4|2024-02-01: condition");
        assertThat(run.counts()).containsExactly("10 4 1 0");
    }

    @Test
    void shouldBeUnknownWhenAKeyIsNullOrStandsTwice() {
        TrialRun run = trial().rows(
                        "indicted", "i1 | | A | theft | 12 | 2024-01-01", "i2 | C1 | B | theft | 12 | 2024-01-01")
                .rows(
                        "judged",
                        "j1 | C1 | B | robbery | 12 | 2024-02-01",
                        "j2 | C1 | B | theft | 12 | 2024-02-01",
                        "j3 | C2 | | theft | 12 | 2024-02-01",
                        "j4 | C2 | | theft | 12 | 2024-02-01")
                .steps(STEPS)
                .run("departed", "case_no, person, difference");

        assertThat(run.kept()).isEmpty();
        assertThat(run.unknown().stream()
                        .map(row -> row.substring(row.indexOf(':')))
                        .toList())
                .containsOnly(": key", ": tie");
        assertThat(run.counts()).containsExactly("7 0 7 0");
    }

    @Test
    void shouldConcludeFromOneSideOnlyAsFarAsTheOtherReaches() {
        TrialRun run = trial().rows(
                        "indicted", "i1 | C1 | A | theft | 12 | 2024-01-01", "i2 | C1 | B | theft | 12 | 2024-12-01")
                .rows("judged", "j1 | C1 | G | theft | 12 | 2024-06-01")
                .known("judged", null, "2023-12-31")
                .known("indicted", null, "2024-05-31")
                .steps(STEPS)
                .run("departed", "person");

        assertThat(run.kept()).isEmpty();
        assertThat(run.unknown()).containsExactly("A: reach", "B: pending", "G: reach");
    }

    @Test
    void shouldCompareWhatIsAskedFor() {
        assertThat(trial().rows(
                                "indicted",
                                "i1 | C1 | A | theft | 12 | 2024-01-01",
                                "i2 | C1 | B | theft | 12 | 2024-01-01")
                        .rows(
                                "judged",
                                "j1 | C1 | A | robbery | 12 | 2024-02-01",
                                "j2 | C1 | G | theft | 12 | 2024-02-01")
                        .steps("departed: {compare: indicted, with: judged, on: [case_no, person], columns: [charge]}")
                        .run("departed", "person, differing"))
                .isEqualTo(new TrialRun(List.of("A|charge"), List.of(), List.of("2 1 0 0")));
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "indicted", "i1 | C1 | A | theft | 12 | 2024-01-01")
                        .rowsOf(2, "judged", "j1 | C1 | A | theft | 12 | 2024-02-01")
                        .steps(STEPS)
                        .kept("departed", "_case, difference"))
                .containsExactly("1|only-left", "2|only-right");
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(trial().steps(
                                "departed: {compare: indicted, with: judged, on: [case_no], columns: [charge, {months: charge}, tem]}")
                        .mistakes())
                .containsExactly("1:79 expression.compare", "1:96 expression.unknown-column");
        assertThat(trial().steps("departed: {compare: indicted, with: judged, on: [], only_left: {}}")
                        .mistakes())
                .containsExactly("1:49 step.no-key", "1:64 step.over-missing");
        assertThat(trial().steps("departed: {compare: indicted, with: judged, on: [case_no]}")
                        .mistakes())
                .containsExactly("1:11 step.compare-what");
    }
}
