package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTest {

    private final Path folder;

    EnrichTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String STEPS = """
            seen:
              enrich: stay
              with: record
              on: {guest: person}
              where: record.weight > 0
              take: {no: no, weight: weight}""";

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, guest text")
                .contract("record(no): no text, person text, weight integer");
    }

    @Test
    void shouldTakeWhatMatchingRowsAgreeOn() {
        TrialRun run = trial().rows("stay", "1 | A", "2 | B", "3 | C", "4 |")
                .rows("record", "r1 | A | 3", "r2 | A | 3", "r3 | B | 7", "r4 | | 7")
                .steps(STEPS)
                .run("seen", "id, no, weight");

        assertThat(run.kept()).containsExactly("1|-|3", "2|r3|7", "3|-|-", "4|-|-");
        assertThat(run.unknown()).isEmpty();
    }

    @Test
    void shouldGiveNullsWhenTheRegisterIsMissing() {
        assertThat(trial().rows("stay", "1 | A").missing("record").steps(STEPS).kept("seen", "id, no, weight"))
                .containsExactly("1|-|-");
    }

    @Test
    void shouldGiveNullOnlyForTheColumnThatIsMissing() {
        assertThat(trial().rows("stay", "1 | A")
                        .rows("record", "r1 | A | 3")
                        .missing("record", "no")
                        .steps(
                                "seen: {enrich: stay, with: record, on: {guest: person}, take: {no: no, weight: weight}}")
                        .kept("seen", "id, no, weight"))
                .containsExactly("1|-|3");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "stay", "1 | A")
                        .rowsOf(2, "stay", "1 | A")
                        .rowsOf(1, "record", "r1 | A | 3")
                        .rowsOf(2, "record", "r2 | A | 4")
                        .steps(STEPS)
                        .kept("seen", "_case, no"))
                .containsExactly("1|r1", "2|r2");
    }
}
