package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {

    private static final String MARK = """
              source: {type: text, zh: s, en: s}
              mark:
                type: code
                zh: m
                en: m
                codes: {law: {zh: l, en: l}, proposal: {zh: p, en: p}}
            """;

    private final Path folder;

    LookupTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial rated() {
        return Trial.in(folder)
                .contract("emission(no): no text, medium text, day date, place region")
                .table("rate", """
                        key: [region, medium]
                        valid: {from: valid_from, to: valid_to}
                        region: {column: region, nation: "000000"}
                        columns:
                          region: {type: region, zh: r, en: r}
                          medium: {type: text, zh: m, en: m}
                          yuan: {type: money, zh: y, en: y}
                          valid_from: {type: date, zh: f, en: f}
                          valid_to: {type: date, zh: t, en: t}
                        """ + MARK, """
                        region,medium,yuan,valid_from,valid_to,source,mark
                        000000,AIR,1.20,2018-01-01,,s,law
                        340000,AIR,1.50,2018-01-01,2023-12-31,s,law
                        340000,AIR,1.80,2024-01-01,,s,law
                        340200,AIR,2.40,2018-01-01,,s,law
                        340000,WATER,3.00,2018-01-01,,s,law
                        """)
                .steps("""
                        rated:
                          lookup: emission
                          in: rate
                          on: [medium]
                          at: day
                          for: place
                          take: {yuan: yuan, double: yuan * 2, whose: region}""");
    }

    @Test
    void shouldTakeTheMostSpecificRowOfTheDay() {
        TrialRun run = rated().rows(
                        "emission",
                        "1 | AIR | 2024-05-01 | 340207",
                        "2 | AIR | 2023-12-31 | 340100",
                        "3 | AIR | 2024-01-01 | 340100",
                        "4 | AIR | 2024-01-01 | 110101",
                        "5 | WATER | 2024-01-01 | 110101",
                        "6 | AIR | 2017-12-31 | 340100",
                        "7 | AIR | | 340100",
                        "8 | AIR | 2024-01-01 |",
                        "9 | | 2024-01-01 | 340100")
                .run("rated", "no, yuan, double, whose");

        assertThat(run.kept())
                .containsExactly(
                        "1|2.40|4.80|340200", "2|1.50|3.00|340000", "3|1.80|3.60|340000", "4|1.20|2.40|000000");
        assertThat(run.unknown().stream().map(row -> row.replaceAll("\\|[^:]*", "")))
                .containsExactly("5: lookup", "6: lookup", "7: key", "8: key", "9: key");
        assertThat(run.counts()).containsExactly("9 4 5 0");
    }

    @Test
    void shouldFollowTheHistoryOfADivisionCode() {
        assertThat(rated().rows("emission", "1 | AIR | 2024-05-01 | 340221").kept("rated", "no, whose"))
                .containsExactly("1|340200");
    }

    private Trial banded(String rows) {
        return Trial.in(folder)
                .contract("term(no): no text, kind text, months integer")
                .table("start", """
                        key: [kind, from_months]
                        columns:
                          kind: {type: text, zh: k, en: k}
                          from_months: {type: integer, zh: f, en: f}
                          to_months: {type: integer, zh: t, en: t}
                          need: {type: integer, zh: n, en: n}
                        """ + MARK, "kind,from_months,to_months,need,source,mark\n" + rows)
                .steps("""
                        floor:
                          lookup: term
                          in: start
                          on: [kind]
                          between: {months: [from_months, to_months]}
                          take: {need: need}""");
    }

    @Test
    void shouldFindTheBandWithOpenEnds() {
        TrialRun run = banded("a,,60,12,s,law\na,60,120,18,s,law\na,120,,24,s,law\n")
                .rows("term", "1 | a | 59", "2 | a | 60", "3 | a | 119", "4 | a | 120", "5 | a |", "6 | b | 1")
                .run("floor", "no, need");

        assertThat(run.kept()).containsExactly("1|12", "2|18", "3|18", "4|24");
        assertThat(run.unknown()).containsExactly("5|-: key", "6|-: lookup");
    }

    @Test
    void shouldBeUnknownWhenTwoRowsAreFound() {
        assertThat(banded("a,,60,12,s,law\na,40,,18,s,law\n")
                        .rows("term", "1 | a | 39", "2 | a | 40")
                        .run("floor", "no, need"))
                .isEqualTo(new TrialRun(
                        java.util.List.of("1|12"), java.util.List.of("2|12: lookup"), java.util.List.of("2 1 1 0")));
    }

    @Test
    void shouldPointAtWhatTheTableNeeds() {
        assertThat(rated().steps("rated: {lookup: emission, in: rate, on: [medium], take: {yuan: yuan}}")
                        .mistakes())
                .containsExactly("1:8 step.lookup-at", "1:8 step.lookup-for");
        assertThat(banded("a,,60,12,s,law\n")
                        .steps("floor: {lookup: term, in: strt, on: [kind], take: {need: need}}")
                        .mistakes())
                .contains("1:27 step.unknown-table");
        assertThat(banded("a,,60,12,s,law\n")
                        .steps(
                                "floor: {lookup: term, in: start, on: [kind], at: months, between: {no: [from_months, to]}, take: {need: need}}")
                        .mistakes())
                .containsExactly(
                        "1:46 step.lookup-not-dated", "1:50 step.over-not-a-day", "1:86 expression.unknown-column");
    }
}
