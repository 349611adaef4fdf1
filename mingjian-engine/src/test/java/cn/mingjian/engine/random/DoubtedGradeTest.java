package cn.mingjian.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.engine.run.RunResult;
import cn.mingjian.model.clue.Clue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line of a ladder that cannot be decided: the grade is no better than if it held, and the clue says why. */
class DoubtedGradeTest {

    private static final String MODEL = """
            inputs: {act: act@1}
            rules:
              one:
                code: R-1
                title: {zh: t, en: t}
                from: act
                key: [k, t]
                facts: {most: max(n)}
                grade:
                  - B: most > 1
                  - A: else
            """;

    @Test
    void shouldNotRaiseWhatALineBeforeElseCannotDecide(@TempDir Path folder) throws IOException {
        RunResult result = OneRun.of(MODEL, folder);

        List<Clue> doubted = result.clues().stream()
                .filter(clue -> String.valueOf(clue.facts().get("most")).equals("null"))
                .toList();
        List<Clue> decided =
                result.clues().stream().filter(clue -> !doubted.contains(clue)).toList();
        assertThat(doubted).isNotEmpty().allSatisfy(clue -> {
            assertThat(clue.grade()).isEqualTo("B");
            assertThat(clue.gradeReason().en())
                    .isEqualTo("Grade B: it meets the conditions of A, but the data do not say whether what the rule"
                            + " grades B is the case; hence B.");
        });
        assertThat(decided).anyMatch(clue -> clue.grade().equals("A")).anyMatch(clue -> clue.grade()
                .equals("B"));
        assertThat(decided).noneMatch(clue -> clue.gradeReason().en().contains("the data do not say"));
    }
}
