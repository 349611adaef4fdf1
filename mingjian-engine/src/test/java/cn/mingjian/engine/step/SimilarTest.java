package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarTest {

    private final Path folder;

    SimilarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String STEPS = """
            namesake:
              similar: firm
              with: owner
              on: [region]
              names: {name: owner.name}
              least: 0.90
              take: {owner: no}
              score: likeness""";

    private Trial trial() {
        return Trial.in(folder)
                .contract("firm(id): id text, region text, name text")
                .contract("owner(no): no text, region text, name text");
    }

    @Test
    void shouldCompareNamesOfOneBlockByCharacters() {
        TrialRun run = trial().rows(
                        "firm", "1 | R | 明鉴科技有限公司", "2 | R | 北", "3 | | 明鉴科技有限公司", "4 | R |", "5 | S | 明鉴科技有限公司")
                .rows("owner", "a | R | 明鉴科技有限责任公司", "b | R | 匕", "c | R | 南方贸易行", "d | T | 明鉴科技有限公司")
                .steps(STEPS)
                .run("namesake", "id, owner, likeness");

        assertThat(run.kept()).containsExactly("1|a|0.9600");
        assertThat(run.unknown())
                .containsExactly("3|-|-: key", "4|a|-: condition", "4|b|-: condition", "4|c|-: condition");
    }

    @Test
    void shouldCompareNobodyWhenABlockIsTooLarge() {
        assertThat(trial().rows("firm", "1 | R | 甲乙", "2 | S | 甲乙")
                        .rows("owner", "a | R | 甲乙", "b | R | 甲乙", "c | S | 甲乙")
                        .steps(STEPS + "\n  most: 1")
                        .run("namesake", "id, owner"))
                .isEqualTo(new TrialRun(List.of("2|c"), List.of("1|-: hub"), List.of("2 1 1 0")));
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "firm", "1 | R | 甲乙")
                        .rowsOf(2, "firm", "2 | R | 甲乙")
                        .rowsOf(2, "owner", "a | R | 甲乙")
                        .steps(STEPS)
                        .kept("namesake", "_case, id, owner"))
                .containsExactly("2|2|a");
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(trial().steps(
                                "namesake: {similar: firm, with: owner, on: [], names: {name: owner.name, id: no}, least: 1.5}")
                        .mistakes())
                .containsExactly("1:44 step.no-key", "1:48 step.similar-names", "1:90 step.similar-least");
    }
}
