package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingTest {

    private final Path folder;

    MissingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial yearly() {
        return Trial.in(folder)
                .contract("firm(uscc): uscc text, since integer, last integer")
                .contract("report(no): no text, uscc text, year integer, filed date dated")
                .steps("""
                        gaps:
                          missing: firm
                          in: report
                          on: [uscc]
                          each: {year: year, from: since, to: last}
                          over: {to: "date_of(year + 1, 6, 30)"}""");
    }

    @Test
    void shouldGiveOneRowForEachYearWithoutARow() {
        TrialRun run = yearly().rows(
                        "firm", "A | 2020 | 2022", "B | 2021 | 2021", "C | 2022 | 2021", " | 2021 | 2021", "E | | 2021")
                .rows("report", "1 | A | 2021 | 2022-05-01", "2 | B | 2021 | 2022-05-01", "3 | C | 2021 | 2022-01-01")
                .run("gaps", "uscc, year");

        assertThat(run.kept()).containsExactly("A|2020", "A|2022");
        assertThat(run.unknown()).containsExactly("-|2021: key", "E|-: condition");
        assertThat(run.counts()).containsExactly("6 2 2 0");
    }

    @Test
    void shouldWaitForTheEndOfThePeriodAndTheReachOfTheRegister() {
        TrialRun run = yearly().rows("firm", "A | 2021 | 2024")
                .known("report", null, "2024-05-31")
                .run("gaps", "uscc, year");

        assertThat(run.kept()).containsExactly("A|2021", "A|2022");
        assertThat(run.unknown()).containsExactly("A|2023: reach", "A|2024: pending");
    }

    @Test
    void shouldBeUnknownWhenARowOfTheRegisterHasNoPeriod() {
        assertThat(yearly().rows("firm", "A | 2021 | 2022")
                        .rows("report", "1 | A | 2021 | 2022-05-01", "2 | A | | 2022-05-01")
                        .run("gaps", "uscc, year"))
                .isEqualTo(new TrialRun(List.of(), List.of("A|2022: condition"), List.of("2 0 1 0")));
    }

    @Test
    void shouldTellMonthsAndQuarters() {
        Trial trial = Trial.in(folder)
                .contract("outlet(no): no text, since date, last month")
                .contract("filing(id): id text, no text, period month, quarter text, day date")
                .rows("outlet", "X | 2023-11-15 | 2024-02")
                .rows("filing", "1 | X | 2023-12 | 2023Q4 | 2024-02-29");

        assertThat(trial.steps(
                                "gaps: {missing: outlet, in: filing, on: [no], each: {month: period, from: since, to: last}}")
                        .kept("gaps", "no, period"))
                .containsExactly("X|2023-11-01", "X|2024-01-01", "X|2024-02-01");
        assertThat(trial.steps(
                                "gaps: {missing: outlet, in: filing, on: [no], each: {quarter: quarter, from: since, to: last}}")
                        .kept("gaps", "no, quarter"))
                .containsExactly("X|2024Q1");
        assertThat(trial.steps(
                                "gaps: {missing: outlet, in: filing, on: [no], each: {month: m, from: since, to: last, is: month_of(day)}}")
                        .kept("gaps", "no, m"))
                .containsExactly("X|2023-11-01", "X|2023-12-01", "X|2024-01-01");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(yearly().rowsOf(1, "firm", "A | 2021 | 2021")
                        .rowsOf(2, "firm", "A | 2021 | 2021")
                        .rowsOf(2, "report", "1 | A | 2021 | 2022-05-01")
                        .kept("gaps", "_case, year"))
                .containsExactly("1|2021");
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(yearly().steps(
                                "gaps: {missing: firm, in: report, on: [uscc], each: {month: year, from: since, to: uscc}}")
                        .mistakes())
                .contains("1:7 step.over-missing", "1:67 step.missing-bound", "1:80 step.missing-bound");
        assertThat(yearly().steps(
                                "gaps: {missing: firm, in: report, on: [uscc], until: \":as_of\", each: {year: yeer, from: since, to: last}}")
                        .mistakes())
                .containsExactly("1:71 step.missing-period");
    }
}
