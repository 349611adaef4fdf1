package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickTest {

    private static final String LATEST = """
            last:
              pick: visit
              by: [uscc]
              order: [day desc]
              over: {to: ":as_of"}""";

    private final Path folder;

    PickTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial visits() {
        return Trial.in(folder).contract("visit(no): no text, uscc text, day date dated, result text");
    }

    @Test
    void shouldTakeTheFirstOfEachKey() {
        TrialRun run = visits().rows(
                        "visit",
                        "1 | A | 2024-01-01 | ok",
                        "2 | A | 2024-02-01 | gone",
                        "3 | B | 2024-01-01 | ok",
                        "4 | | 2024-01-01 | ok")
                .steps(LATEST)
                .run("last", "no, uscc, result");

        assertThat(run.kept()).containsExactly("2|A|gone", "3|B|ok");
        assertThat(run.unknown()).containsExactly("4|-|ok: key");
        assertThat(run.counts()).containsExactly("4 2 1 0");
    }

    @Test
    void shouldBeUnknownWhenTiedRowsDisagreeInWhatIsRead() {
        Trial trial = visits().rows(
                        "visit",
                        "1 | A | 2024-02-01 | ok",
                        "2 | A | 2024-02-01 | gone",
                        "3 | A | 2024-01-01 | ok",
                        "4 | B | 2024-02-01 | ok",
                        "5 | B | 2024-02-01 | ok")
                .steps(LATEST);

        assertThat(trial.run("last", "uscc, result"))
                .isEqualTo(new TrialRun(
                        java.util.List.of("B|ok"),
                        java.util.List.of("A|gone: tie", "A|ok: tie"),
                        java.util.List.of("5 1 2 0")));
        assertThat(trial.kept("last", "uscc, day")).containsExactly("A|2024-02-01", "B|2024-02-01");
        assertThat(trial.unknown("last", "uscc, no")).containsExactly("A|1: tie", "A|2: tie", "B|4: tie", "B|5: tie");
    }

    @Test
    void shouldTakeTheLeastOfAlikeRowsWhenFieldsAreIgnored() {
        assertThat(visits().rows("visit", "2 | A | 2024-02-01 | ok", "1 | A | 2024-02-01 | ok")
                        .steps(LATEST + "\n  ignore: [no]")
                        .kept("last", "uscc, no"))
                .containsExactly("A|1");
    }

    @Test
    void shouldBeUnknownWhenARowCouldStandAnywhere() {
        TrialRun run = visits().rows(
                        "visit", "1 | A | 2024-02-01 | ok", "2 | A | | gone", "3 | B | | ok", "4 | C | 2024-02-01 | ok")
                .steps(LATEST)
                .run("last", "no");

        assertThat(run.kept()).containsExactly("3", "4");
        assertThat(run.unknown()).containsExactly("1: condition", "2: tie");
    }

    @Test
    void shouldLetOnlyRowsTakePartThatAreMeant() {
        TrialRun run = visits().rows(
                        "visit",
                        "1 | A | 2024-03-01 | gone",
                        "2 | A | 2024-02-01 | ok",
                        "3 | B | 2024-03-01 | ",
                        "4 | B | 2024-02-01 | ok",
                        "5 | C | 2024-03-01 | ok",
                        "6 | C | 2024-02-01 | ")
                .steps(LATEST + "\n  where: result = 'ok'")
                .run("last", "no");

        assertThat(run.kept()).containsExactly("2", "5");
        assertThat(run.unknown()).containsExactly("3: condition", "4: condition");
    }

    @Test
    void shouldTakeAsManyAsAColumnSays() {
        assertThat(Trial.in(folder)
                        .contract("emission(no): no text, outlet text, eq quantity, top integer")
                        .rows(
                                "emission",
                                "1 | X | 100 | 2",
                                "2 | X | 100.000001 | 2",
                                "3 | X | 7 | 2",
                                "4 | Y | 3 | 1",
                                "5 | Y | 2 | 1",
                                "6 | Z | 2 |")
                        .steps("top_two: {pick: emission, by: [outlet], order: [eq desc, no], first: top}")
                        .run("top_two", "no"))
                .isEqualTo(new TrialRun(
                        java.util.List.of("1", "2", "4"),
                        java.util.List.of("6: condition"),
                        java.util.List.of("6 3 1 0")));
    }

    @Test
    void shouldTellTiesByTheWholeOrder() {
        assertThat(Trial.in(folder)
                        .contract("emission(no): no text, outlet text, eq quantity, pollutant text")
                        .rows("emission", "1 | X | 100 | b", "2 | X | 100 | a", "3 | X | 100 | c")
                        .steps("top: {pick: emission, by: [outlet], order: [eq desc, pollutant], first: 2}")
                        .run("top", "no"))
                .isEqualTo(
                        new TrialRun(java.util.List.of("1", "2"), java.util.List.of(), java.util.List.of("3 2 0 0")));
    }

    @Test
    void shouldNotConcludeBeyondTheReach() {
        TrialRun run = visits().rows("visit", "1 | A | 2024-01-01 | ok", "2 | A | 2024-02-01 | gone")
                .known("visit", null, "2024-05-31")
                .steps(LATEST)
                .run("last", "no");

        assertThat(run.kept()).isEmpty();
        assertThat(run.unknown()).containsExactly("2: reach");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(visits().rowsOf(1, "visit", "1 | A | 2024-01-01 | ok")
                        .rowsOf(2, "visit", "2 | A | 2024-02-01 | ok")
                        .steps(LATEST)
                        .kept("last", "_case, no"))
                .containsExactly("1|1", "2|2");
    }

    @Test
    void shouldRefuseALatestWithoutOver() {
        assertThat(visits().steps("last: {pick: visit, by: [uscc], order: [day desc]}")
                        .mistakes())
                .containsExactly("1:7 step.over-missing");
        assertThat(visits().steps("last: {pick: visit, by: [usc], order: [dayy], first: result}")
                        .mistakes())
                .containsExactly(
                        "1:26 expression.unknown-column", "1:40 expression.unknown-column", "1:54 step.pick-first");
    }
}
