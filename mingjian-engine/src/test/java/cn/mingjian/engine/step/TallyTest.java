package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {

    private final Path folder;

    TallyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String STEPS = """
            counted:
              tally: firm
              of: filing
              on: [uscc]
              where: filing.day > firm.since
              over: {from: since, to: until}
              add: {filings: count(*), paid: sum(yuan)}""";

    private Trial trial() {
        return Trial.in(folder)
                .contract("firm(uscc): uscc text, since date, until date")
                .contract("filing(no): no text, uscc text, day date dated, yuan money");
    }

    @Test
    void shouldCountZeroOnlyAsFarAsTheRegisterReaches() {
        assertThat(trial().rows(
                                "firm",
                                "A | 2024-01-01 | 2024-03-31",
                                "B | 2024-01-01 | 2024-03-31",
                                "C | 2024-01-01 | 2024-05-31",
                                "D | 2023-01-01 | 2024-03-31",
                                "E | 2024-01-01 |",
                                " | 2024-01-01 | 2024-03-31")
                        .rows(
                                "filing",
                                "1 | A | 2024-02-01 | 5.00",
                                "2 | A | 2024-02-02 | 6.10",
                                "3 | A | 2023-12-31 | 9")
                        .known("filing", "2024-01-01", "2024-04-30")
                        .steps(STEPS)
                        .kept("counted", "uscc, filings, paid"))
                .containsExactly("-|-|-", "A|2|11.10", "B|0|0.00", "C|-|-", "D|-|-", "E|-|-");
    }

    @Test
    void shouldAskWhatOnlyTheLeftRowSays() {
        assertThat(trial().rows(
                                "firm",
                                "A | 2024-01-01 | 2024-03-31",
                                "B | 2023-01-01 | 2024-03-31",
                                "C | | 2024-03-31")
                        .rows(
                                "filing",
                                "1 | A | 2024-02-01 | 5.00",
                                "2 | B | 2024-02-01 | 5.00",
                                "3 | C | 2024-02-01 | 5")
                        .steps(STEPS.replace("filing.day > firm.since", "year(firm.since) = 2024")
                                .replace("from: since, ", ""))
                        .kept("counted", "uscc, filings, paid"))
                .containsExactly("A|1|5.00", "B|0|0.00", "C|-|-");
    }

    @Test
    void shouldBeUnknownWhenAMatchCannotBeDecidedOrAnAmountIsMissing() {
        assertThat(trial().rows("firm", "A | 2024-01-01 | 2024-03-31", "B | 2024-01-01 | 2024-03-31")
                        .rows("filing", "1 | A | | 5.00", "2 | B | 2024-02-02 | ", "3 | B | 2024-02-02 | 4")
                        .steps(STEPS)
                        .kept("counted", "uscc, filings, paid"))
                .containsExactly("A|-|-", "B|2|-");
    }

    @Test
    void shouldBeUnknownWhenTheRegisterIsMissing() {
        assertThat(trial().rows("firm", "A | 2024-01-01 | 2024-03-31")
                        .missing("filing")
                        .steps(STEPS)
                        .kept("counted", "uscc, filings"))
                .containsExactly("A|-");
    }

    @Test
    void shouldBeUnknownWhenDaysAreStillToCome() {
        assertThat(trial().rows("firm", "A | 2024-01-01 | 2024-07-01", "B | 2024-01-01 | 2024-06-30")
                        .steps(STEPS)
                        .kept("counted", "uscc, filings"))
                .containsExactly("A|-", "B|0");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "firm", "A | 2024-01-01 | 2024-03-31")
                        .rowsOf(2, "firm", "A | 2024-01-01 | 2024-03-31")
                        .rowsOf(2, "filing", "1 | A | 2024-02-01 | 5.00")
                        .steps(STEPS)
                        .kept("counted", "_case, filings"))
                .containsExactly("1|0", "2|1");
    }

    @Test
    void shouldRefuseAZeroWithoutOver() {
        assertThat(trial().steps("counted: {tally: firm, of: filing, on: [uscc], add: {n: count(*)}}")
                        .mistakes())
                .containsExactly("1:10 step.over-missing");
    }
}
