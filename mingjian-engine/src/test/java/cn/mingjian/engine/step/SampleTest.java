package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private final Path folder;

    SampleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        Trial trial = Trial.in(folder).contract("stay(id): id text, hotel text");
        for (int i = 0; i < 200; i++) {
            trial.rows("stay", i + " | H" + i % 2);
        }
        return trial.rows("stay", " | H1");
    }

    @Test
    void shouldDrawTheSameRowsByShare() {
        TrialRun run = trial().steps("drawn: {sample: stay, by: [id], seed: \"2024\", share: 0.1}")
                .run("drawn", "id");

        assertThat(run.kept()).hasSizeBetween(8, 35);
        assertThat(run.unknown()).containsExactly("-: key");
        assertThat(trial().steps("drawn: {sample: stay, by: [id], seed: \"2025\", share: 0.1}")
                        .kept("drawn", "id"))
                .isNotEqualTo(run.kept());
        assertThat(trial().steps("drawn: {sample: stay, by: [id], seed: \"2024\", share: 1}")
                        .kept("drawn", "id"))
                .hasSize(200);
    }

    @Test
    void shouldDrawANumberOfRowsOfEachGroup() {
        assertThat(trial().steps("drawn: {sample: stay, by: [id], seed: a, first: 3, per: [hotel]}")
                        .kept("drawn", "hotel"))
                .containsExactly("H0", "H0", "H0", "H1", "H1", "H1");
    }

    @Test
    void shouldBeUnknownWhenRowsOfOneKeyDoNotAllFit() {
        assertThat(Trial.in(folder)
                        .contract("stay(id): id text, hotel text")
                        .rows("stay", "1 | A", "1 | B")
                        .steps("drawn: {sample: stay, by: [id], seed: a, first: 1}")
                        .run("drawn", "id, hotel"))
                .isEqualTo(new TrialRun(List.of(), List.of("1|A: tie", "1|B: tie"), List.of("2 0 2 0")));
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(trial().steps("drawn: {sample: stay, by: [id], seed: a}").mistakes())
                .containsExactly("1:8 step.sample-form");
        assertThat(trial().steps("drawn: {sample: stay, by: [id], share: 1.5, seed: a}")
                        .mistakes())
                .containsExactly("1:40 step.sample-share");
    }
}
