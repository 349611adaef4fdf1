package cn.mingjian.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.engine.run.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that reads the clues of a rule: what a clue has beside key and facts is not in its way. Found by seed 2000024. */
class StepOverCluesTest {

    private static final String MODEL = """
            inputs: {act: act@1}
            steps:
              known: {filter: act, where: d is not null}
              first: {earliest: rule.each, by: [k], at: since}
            rules:
              each: {code: R-1, title: {zh: t, en: t}, from: known, key: [k, n, t], facts: {since: min(d)}, grade: B}
              one: {code: R-2, title: {zh: t, en: t}, from: first, key: [k], grade: B}
            """;

    @Test
    void shouldPickAmongClues(@TempDir Path folder) throws IOException {
        RunResult result = OneRun.of(MODEL, folder);

        long each = result.clues().stream()
                .filter(clue -> clue.rule().equals("each"))
                .count();
        assertThat(result.clues()).anyMatch(clue -> clue.rule().equals("one"));
        assertThat(result.funnel().steps()).anySatisfy(step -> {
            assertThat(step.step()).isEqualTo("first");
            assertThat(step.in()).isEqualTo(each);
            assertThat(step.kept()).isPositive();
        });
    }
}
