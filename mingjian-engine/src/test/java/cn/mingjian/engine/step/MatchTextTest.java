package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchTextTest {

    private final Path folder;

    MatchTextTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder).contract("clause(no): no text, content text");
    }

    private TrialRun run(String unless, String... texts) {
        Trial trial = trial();
        for (int i = 0; i < texts.length; i++) {
            trial.rows("clause", i + 1 + " | " + texts[i]);
        }
        return trial.steps("found:\n  match-text: clause\n  in: content\n  pattern: 违约金.{0,4}(超过|高于)\n"
                        + unless
                        + "  add: {words: match, times: count}")
                .run("found", "no, words, times");
    }

    @Test
    void shouldKeepRowsWhoseTextHoldsThePattern() {
        TrialRun run = run("", "违约金总额超过百分之三十，违约金又高于", "违约金", "", "无此条款");

        assertThat(run.kept()).containsExactly("1|违约金总额超过|2");
        assertThat(run.unknown()).containsExactly("3|-|-: condition");
        assertThat(run.counts()).containsExactly("4 1 1 0");
    }

    @Test
    void shouldNotCountWhatIsNegatedWithinTheWindow() {
        TrialRun run =
                run("  unless: 不得|免除\n  near: 3\n", "不得使违约金超过", "不得约定的违约金超过", "不得违约金超过且违约金高于", "甲方免除了违约金超过部分，乙方的违约金高于");

        assertThat(run.kept()).containsExactly("2|违约金超过|1", "3|违约金高于|1", "4|违约金高于|1");
        assertThat(run.unknown()).isEmpty();
    }

    @Test
    void shouldCountCodePointsOutsideTheBasicPlaneOnce() {
        assertThat(run("  unless: 不得\n  near: 2\n", "不得𠮷违约金超过").kept()).containsExactly("1|违约金超过|1");
        assertThat(run("  unless: 不得\n  near: 3\n", "不得𠮷违约金超过").kept()).isEmpty();
    }

    @Test
    void shouldAskForEveryFurtherPatternAndForNoneOfTheForbidden() {
        TrialRun run = run(
                "  also: [出卖人, 逾期]\n  without: [协商, 书面]\n",
                "出卖人逾期，违约金不超过",
                "出卖人的违约金不超过",
                "出卖人逾期，违约金不超过，另行协商",
                "出卖人逾期，违约金不超过，书面约定",
                "");

        assertThat(run.kept()).containsExactly("1|违约金不超过|1");
        assertThat(run.unknown()).containsExactly("5|-|-: condition");
        assertThat(run.counts()).containsExactly("5 1 1 0");
    }

    @Test
    void shouldTakeOneFurtherPatternWithoutAList() {
        assertThat(run("  also: 逾期\n  without: 协商\n", "逾期违约金超过", "违约金超过", "逾期违约金超过，协商")
                        .kept())
                .containsExactly("1|违约金超过|1");
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(trial().steps(
                                "found: {match-text: clause, in: content, pattern: \"(?<=a)b\", near: 3, add: {x: first}}")
                        .mistakes())
                .containsExactly("1:51 step.match-pattern", "1:68 step.match-near", "1:80 step.match-add");
        assertThat(trial().steps("found: {match-text: clause, in: content, pattern: \"a*\"}")
                        .mistakes())
                .containsExactly("1:51 step.match-empty");
        assertThat(trial().steps("found: {match-text: clause, in: content, pattern: a, also: [b, c*], without: (d}")
                        .mistakes())
                .containsExactly("1:64 step.match-empty", "1:78 step.match-pattern");
    }
}
