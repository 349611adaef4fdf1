package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsentTest {

    private final Path folder;

    AbsentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String STEPS = """
            unreported:
              absent: stay
              in: report
              on: [id]
              where: report.kind = 'A'
              over: {from: day, to: "plus_days(day, 10)"}""";

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, day date")
                .contract("report(no): no text, id text, kind text, day date dated");
    }

    @Test
    void shouldProveAbsenceOnlyWhereTheRegisterReaches() {
        TrialRun run = trial().rows(
                        "stay",
                        "1 | 2024-05-01",
                        "2 | 2024-05-01",
                        "3 | 2024-05-01",
                        " | 2024-05-01",
                        "5 | 2024-06-10",
                        "6 | 2024-06-25",
                        "7 | 2023-12-31",
                        "8 |")
                .rows("report", "a | 2 | A | 2024-05-02", "b | 1 | B | 2024-05-02", "c | 3 | | 2024-05-02")
                .known("report", "2024-01-01", "2024-06-15")
                .steps(STEPS)
                .run("unreported", "id, day");

        assertThat(run.kept()).containsExactly("1|2024-05-01");
        assertThat(run.unknown())
                .containsExactly(
                        "-|2024-05-01: key",
                        "3|2024-05-01: condition",
                        "5|2024-06-10: reach",
                        "6|2024-06-25: pending",
                        "7|2023-12-31: reach",
                        "8|-: reach");
        assertThat(run.counts()).containsExactly("8 1 5 1");
    }

    @Test
    void shouldNotBeAbsentWhenFoundWhateverTheReach() {
        assertThat(trial().rows("stay", "1 | 2024-06-25")
                        .rows("report", "a | 1 | A | 2024-06-26")
                        .known("report", null, "2024-01-01")
                        .steps(STEPS)
                        .run("unreported", "id")
                        .counts())
                .containsExactly("1 0 0 0");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "stay", "1 | 2024-05-01")
                        .rowsOf(2, "stay", "1 | 2024-05-01")
                        .rowsOf(2, "report", "a | 1 | A | 2024-05-02")
                        .steps(STEPS)
                        .run("unreported", "_case, id"))
                .isEqualTo(new TrialRun(
                        java.util.List.of("1|1"), java.util.List.of(), java.util.List.of("1 0 0 0", "1 1 0 0")));
    }

    @Test
    void shouldRefuseAConclusionWithoutOver() {
        assertThat(trial().steps("unreported: {absent: stay, in: report, on: [id]}")
                        .mistakes())
                .containsExactly("1:13 step.over-missing");
    }
}
