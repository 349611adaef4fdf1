package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectTest {

    private final Path folder;

    ConnectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static final String RING = """
            ring:
              connect: firm
              node: uscc
              by: [address, phone]
              hub: 3
              add: {ring: component, firms: size}""";

    private Trial trial() {
        return Trial.in(folder).contract("firm(no): no text, uscc text, address text, phone text");
    }

    @Test
    void shouldLinkNodesOverAnyNumberOfSharedValues() {
        assertThat(trial().rows(
                                "firm",
                                "1 | D | a | p",
                                "2 | B | a | q",
                                "3 | C | b | q",
                                "4 | E | c | r",
                                "5 | E | c | s",
                                "6 | F | d | a",
                                "7 | | a | p")
                        .steps(RING)
                        .kept("ring", "no, ring, firms"))
                .containsExactly("1|B|3", "2|B|3", "3|B|3", "4|E|1", "5|E|1", "6|F|1", "7|-|-");
    }

    @Test
    void shouldLinkNobodyOverAValueThatTooManyShare() {
        assertThat(trial().rows(
                                "firm",
                                "1 | A | x | p",
                                "2 | B | x | q",
                                "3 | C | x | r",
                                "4 | D | x | s",
                                "5 | E | | s",
                                "6 | F | | ")
                        .steps(RING)
                        .kept("ring", "uscc, ring, firms"))
                .containsExactly("A|A|1", "B|B|1", "C|C|1", "D|D|2", "E|D|2", "F|F|1");
        assertThat(trial().rows("firm", "1 | A | x | p", "2 | B | x | q", "3 | C | x | r")
                        .steps(RING)
                        .kept("ring", "uscc, ring"))
                .containsExactly("A|A", "B|A", "C|A");
    }

    @Test
    void shouldReadKeptRowsAndBeReadByLaterSteps() {
        assertThat(trial().rows("firm", "1 | A | x | p", "2 | B | x | q", "3 | C | x | r", "4 | D | y | r")
                        .steps("few: {filter: firm, where: uscc <> 'C'}\n" + RING.replace("firm\n", "few\n")
                                + "\nlarge: {filter: ring, where: firms > 1}")
                        .kept("large", "uscc, ring, firms"))
                .containsExactly("A|A|2", "B|A|2");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "firm", "1 | B | x | p", "2 | C | x | q")
                        .rowsOf(2, "firm", "1 | A | x | p", "2 | B | y | p")
                        .steps(RING)
                        .kept("ring", "_case, uscc, ring, firms"))
                .containsExactly("1|B|B|2", "1|C|B|2", "2|A|A|2", "2|B|A|2");
    }

    @Test
    void shouldPointAtMistakes() {
        assertThat(trial().steps("ring: {connect: firm, node: usc, by: [address], add: {no: component, x: large}}")
                        .mistakes())
                .containsExactly(
                        "1:7 yaml.missing-key",
                        "1:29 expression.unknown-column",
                        "1:59 step.field-twice",
                        "1:73 step.connect-add");
    }
}
