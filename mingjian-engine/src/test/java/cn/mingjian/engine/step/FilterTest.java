package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterTest {

    private final Path folder;

    FilterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, age integer, place text")
                .rows("stay", "1 | 17 | X", "2 | 18 | X", "3 | | X", "4 | | Y");
    }

    @Test
    void shouldLeaveUnknownWhenTheConditionCannotBeDecided() {
        TrialRun run = trial().steps("minors: {filter: stay, where: age < 18}").run("minors", "id");

        assertThat(run.kept()).containsExactly("1");
        assertThat(run.unknown()).containsExactly("3: condition", "4: condition");
        assertThat(run.counts()).containsExactly("4 1 2 0");
    }

    @Test
    void shouldDecideWhenOnePartSettlesIt() {
        TrialRun run = trial().steps("minors:\n  filter: stay\n  where: age < 18 and place = 'X'")
                .run("minors", "id");

        assertThat(run.kept()).containsExactly("1");
        assertThat(run.unknown()).containsExactly("3: condition");
    }

    @Test
    void shouldNotRunWhenAColumnIsMissing() {
        Trial trial = trial().missing("stay", "age");

        assertThat(trial.steps("all:\n  filter: stay\n  where: not has(age) or age < 18")
                        .kept("all", "id"))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void shouldPointAtTheMistake() {
        assertThat(trial().steps("minors:\n  filter: stay\n  where: place = 'X' and agee < 18")
                        .mistakes())
                .containsExactly("3:26 expression.unknown-column");
        assertThat(trial().steps("minors:\n  filter: stay\n  were: age < 18").mistakes())
                .containsExactly("2:3 yaml.missing-key", "3:3 yaml.unknown-key");
    }
}
