package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepTest {

    private final Path folder;

    KeepTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, guest text, room integer")
                .contract("record(no): no text, person text, weight integer");
    }

    @Test
    void shouldKeepWhatHasAMatch() {
        TrialRun run = trial().rows("stay", "1 | A | 1", "2 | B | 1", "3 | C | 1", "4 | | 1", "5 | D | 1")
                .rows("record", "r1 | A | 3", "r2 | A | 4", "r3 | B | 1", "r4 | C | ", "r5 | D |", "r6 | D | 2")
                .steps("known:\n  keep: stay\n  in: record\n  on: {guest: person}\n  where: record.weight > stay.room")
                .run("known", "id");

        assertThat(run.kept()).containsExactly("1", "5");
        assertThat(run.unknown()).containsExactly("3: condition", "4: key");
        assertThat(run.counts()).containsExactly("5 2 2 0");
    }

    @Test
    void shouldAskWhatOnlyTheLeftRowSays() {
        TrialRun run = trial().rows("stay", "1 | A | 1", "2 | A | 2", "3 | A | ", "4 | B | 1")
                .rows("record", "r1 | A | 3")
                .steps("known:\n  keep: stay\n  in: record\n  on: {guest: person}\n  where: stay.room = 1")
                .run("known", "id");

        assertThat(run.kept()).containsExactly("1");
        assertThat(run.unknown()).containsExactly("3: condition");
    }

    @Test
    void shouldNeedTheRegister() {
        assertThat(trial().steps("known: {keep: stay, in: record, on: {guest: persn}}")
                        .mistakes())
                .containsExactly("1:45 expression.unknown-column");
    }
}
