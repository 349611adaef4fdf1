package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatTest {

    private final Path folder;

    RepeatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String OFTEN = """
            often:
              repeat: stay
              by: [guest]
              at: at
              within: {days: 30}
              times: 3
              add: {stays: count(*), hotels: count(distinct hotel), since: min(at), where_all: texts(hotel)}""";

    private Trial trial() {
        return Trial.in(folder).contract("stay(id): id text, guest text, hotel text, at time, day date");
    }

    @Test
    void shouldKeepEachRowThatCompletesAWindow() {
        TrialRun run = trial().rows(
                        "stay",
                        "1 | A | X | 2024-01-01 10:00 | ",
                        "2 | A | Y | 2024-01-20 10:00 | ",
                        "3 | A | X | 2024-01-31 10:00 | ",
                        "4 | A | X | 2024-03-01 10:00 | ",
                        "5 | B | X | 2024-01-01 10:00 | ",
                        "6 | B | X | 2024-01-02 10:00 | ",
                        "7 | B | X | 2024-01-31 10:01 | ",
                        "8 | | X | 2024-01-01 10:00 | ")
                .steps(OFTEN)
                .run("often", "id, stays, hotels, since, where_all");

        assertThat(run.kept()).containsExactly("3|3|2|2024-01-01 10:00:00|X、Y");
        assertThat(run.unknown()).containsExactly("8|1|1|2024-01-01 10:00:00|X: key");
        assertThat(run.counts()).containsExactly("8 1 1 0");
    }

    @Test
    void shouldCountRowsOfOneMomentTogether() {
        assertThat(trial().rows(
                                "stay",
                                "1 | A | X | 2024-01-01 10:00 | ",
                                "2 | A | Y | 2024-01-01 10:00 | ",
                                "3 | A | Z | 2024-01-01 10:00 | ")
                        .steps(OFTEN)
                        .kept("often", "id, stays"))
                .containsExactly("1|3", "2|3", "3|3");
    }

    @Test
    void shouldBeUnknownWhenARowWithoutItsDayCouldCompleteTheWindow() {
        TrialRun run = trial().rows(
                        "stay",
                        "1 | A | X | 2024-01-01 10:00 | ",
                        "2 | A | X | 2024-01-02 10:00 | ",
                        "3 | A | X | | ",
                        "4 | B | X | 2024-01-02 10:00 | ",
                        "5 | B | X | | ",
                        "6 | C | X | 2024-01-01 10:00 | ",
                        "7 | C | X | 2024-01-01 11:00 | ",
                        "8 | C | X | 2024-01-01 12:00 | ",
                        "9 | C | X | | ")
                .steps(OFTEN)
                .run("often", "id, stays");

        assertThat(run.kept()).containsExactly("8|-");
        assertThat(run.unknown())
                .containsExactly("2|-: condition", "3|-: condition", "7|-: condition", "9|-: condition");
    }

    @Test
    void shouldTakeDaysAndParameters() {
        assertThat(trial().rows(
                                "stay",
                                "1 | A | X | | 2024-01-31",
                                "2 | A | X | | 2024-02-29",
                                "3 | B | X | | 2024-01-30",
                                "4 | B | X | | 2024-03-01")
                        .parameters("{least: {type: integer, default: \"2\", source: proposal}}")
                        .steps("often: {repeat: stay, by: [guest], at: day, within: {months: 1}, times: :least}"
                                .replace(":least", "\":least\""))
                        .kept("often", "id"))
                .containsExactly("2");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "stay", "1 | A | X | 2024-01-01 10:00 | ", "2 | A | X | 2024-01-01 11:00 | ")
                        .rowsOf(2, "stay", "3 | A | X | 2024-01-01 12:00 | ")
                        .steps(OFTEN)
                        .run("often", "_case, id")
                        .counts())
                .containsExactly("1 0 0 0", "2 0 0 0");
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(trial().steps("often: {repeat: stay, by: [guest], at: day, within: {hours: 3}, times: 1}")
                        .mistakes())
                .containsExactly("1:54 step.repeat-hours", "1:65 step.repeat-times");
        assertThat(trial().steps("often: {repeat: stay, by: [guest], at: id, within: {}, times: day}")
                        .mistakes())
                .containsExactly(
                        "1:36 step.over-not-a-day", "1:52 step.repeat-within", "1:63 expression.unquoted-text");
    }
}
