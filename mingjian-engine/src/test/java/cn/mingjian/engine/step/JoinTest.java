package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {

    private final Path folder;

    JoinTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, guest text, room integer")
                .contract("record(no): no text, person text, weight integer");
    }

    @Test
    void shouldGiveOneRowForEachPairThatMatches() {
        TrialRun run = trial().rows("stay", "1 | A | 5", "2 | B | 5", "3 | | 5", "4 | A | ")
                .rows("record", "r1 | A | 3", "r2 | A | 9", "r3 | | 1")
                .steps("""
                        both:
                          join: stay
                          with: record
                          on: {guest: person}
                          where: record.weight > stay.room
                          take: {no: no, much: weight * 2}""")
                .run("both", "id, no, much");

        assertThat(run.kept()).containsExactly("1|r2|18");
        assertThat(run.unknown()).containsExactly("4|r1|6: condition", "4|r2|18: condition");
        assertThat(run.counts()).containsExactly("4 1 2 0");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "stay", "1 | A | 5")
                        .rowsOf(2, "stay", "2 | A | 5")
                        .rowsOf(2, "record", "r1 | A | 3")
                        .steps("both: {join: stay, with: record, on: {guest: person}, take: {no: no}}")
                        .kept("both", "id, no, _case"))
                .containsExactly("2|r1|2");
    }

    @Test
    void shouldRefuseAFieldTakenTwiceAndKeysOfOtherTypes() {
        assertThat(trial().steps("both: {join: stay, with: record, on: {guest: weight}, take: {id: no}}")
                        .mistakes())
                .containsExactly("1:39 expression.compare", "1:62 step.field-twice");
    }
}
