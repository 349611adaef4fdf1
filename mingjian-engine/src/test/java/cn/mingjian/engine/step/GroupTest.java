package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupTest {

    private final Path folder;

    GroupTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder).contract("payment(no): no text, person text, yuan money, paid boolean, day date");
    }

    @Test
    void shouldSumStrictly() {
        TrialRun run = trial().rows(
                        "payment",
                        "1 | A | 0.10 | true | 2024-01-01",
                        "2 | A | 0.20 | true | 2024-01-02",
                        "3 | B | 1.00 | true | 2024-01-01",
                        "4 | B | | false | 2024-01-02",
                        "5 | | 7.00 | | ")
                .steps("""
                        grouped:
                          group: payment
                          by: [person]
                          add:
                            total: sum(yuan)
                            most: max(yuan)
                            rows: count(*)
                            known: count(yuan)
                            all_paid: bool_and(paid)
                            any_paid: bool_or(paid)
                            one: same(yuan)
                            last: max_by(no, day)""")
                .run("grouped", "person, total, most, rows, known, all_paid, any_paid, one, last");

        assertThat(run.kept())
                .containsExactly(
                        "-|7.00|7.00|1|1|-|-|7.00|-", "A|0.30|0.20|2|2|true|true|-|2", "B|-|-|2|1|false|true|-|4");
    }

    @Test
    void shouldDecideGroupsByACondition() {
        TrialRun run = trial().rows(
                        "payment", "1 | A | 5.00 | | ", "2 | A | 6.00 | | ", "3 | B | 1.00 | | ", "4 | C | | | ")
                .steps("rich:\n  group: payment\n  by: [person]\n  where: sum(yuan) > 10\n  add: {total: sum(yuan)}")
                .run("rich", "person, total");

        assertThat(run.kept()).containsExactly("A|11.00");
        assertThat(run.unknown()).containsExactly("C|-: condition");
        assertThat(run.counts()).containsExactly("3 1 1 0");
    }

    @Test
    void shouldKeepCasesApart() {
        assertThat(trial().rowsOf(1, "payment", "1 | A | 5.00 | | ")
                        .rowsOf(2, "payment", "2 | A | 6.00 | | ")
                        .steps("sums: {group: payment, by: [person], add: {total: sum(yuan)}}")
                        .kept("sums", "_case, total"))
                .containsExactly("1|5.00", "2|6.00");
    }

    @Test
    void shouldRefuseAColumnOutsideAnAggregate() {
        assertThat(trial().steps("sums: {group: payment, by: [person], add: {total: yuan}}")
                        .mistakes())
                .containsExactly("1:51 expression.aggregate-missing");
    }
}
