package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionTest {

    private final Path folder;

    UnionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("door(id): id text, person text, at time")
                .contract("login(id): id text, person text, seat integer");
    }

    private static final String STEPS = "seen: {union: [door, login]}";

    @Test
    void shouldHaveTheFieldsThatAllArmsHave() {
        assertThat(trial().rows("door", "1 | A | 2024-05-01 10:00")
                        .rows("login", "2 | B | 4", "1 | A | 4")
                        .steps(STEPS)
                        .kept("seen", "id, person"))
                .containsExactly("1|A", "1|A", "2|B");
        assertThat(trial().steps(STEPS + "\nlater: {filter: seen, where: seat > 1}")
                        .mistakes())
                .containsExactly("2:30 expression.unknown-column");
    }

    @Test
    void shouldLeaveOutAnArmWithoutData() {
        assertThat(trial().rows("login", "2 | B | 4")
                        .missing("door")
                        .steps(STEPS)
                        .kept("seen", "id, person"))
                .containsExactly("2|B");
        assertThat(trial().rows("door", "1 | A | 2024-05-01 10:00")
                        .rows("login", "2 | B | 4")
                        .missing("login", "person")
                        .steps(STEPS)
                        .kept("seen", "id, person"))
                .containsExactly("1|A", "2|-");
    }

    @Test
    void shouldRefuseFieldsOfOtherTypes() {
        assertThat(trial().steps("odd: {derive: login, add: {person: seat}}\nseen: {union: [door, odd]}")
                        .mistakes())
                .containsExactly("2:8 step.union-types");
    }
}
