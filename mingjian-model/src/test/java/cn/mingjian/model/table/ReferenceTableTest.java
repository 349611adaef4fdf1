package cn.mingjian.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTableTest {

    private static final String HEAD = "region,kind,rate,from,to,source,mark\n";
    private static final String DESCRIPTION = """
            id: rates
            version: 1.0.0
            title: {zh: 税率, en: rates}
            key: [region, kind]
            valid: {from: from, to: to}
            region: {column: region, nation: "000000"}
            columns:
              region: {type: region, zh: 地区, en: region}
              kind: {type: code, zh: 类, en: kind, codes: {A: {zh: 甲, en: first}, B: {zh: 乙, en: second}}}
              rate: {type: quantity, scale: 3, zh: 率, en: rate}
              from: {type: date, zh: 起, en: from}
              to: {type: date, zh: 止, en: to}
              source: {type: text, zh: 来源, en: source}
              mark: {type: code, zh: 核对, en: mark, codes: {law: {zh: 法, en: law}, proposal: {zh: 建议, en: proposal}}}
            """;

    private final Path folder;

    ReferenceTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shouldReadTypedRowsWithTheirLines() throws IOException {
        ReferenceTable table =
                load("340000,甲,1.2,2020-01-01,,\"a, \"\"b\"\"\nc\",law\n\n000000,B,0.125,,,x,proposal\r\n");

        assertThat(table.rows()).hasSize(2);
        TableRow first = table.rows().get(0);
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.text("kind")).contains("A");
        assertThat(first.decimal("rate")).contains(new BigDecimal("1.200"));
        assertThat(first.source()).isEqualTo("a, \"b\"\nc");
        assertThat(first.mark()).isEqualTo(Mark.LAW);
        assertThat(first.value("to")).isEmpty();
        assertThat(table.rows().get(1).line()).isEqualTo(5);
        assertThat(table.region().orElseThrow().nation()).isEqualTo("000000");
    }

    @Test
    void shouldAnswerWithTheRowsOfADayBothEndsIncluded() throws IOException {
        ReferenceTable table = load(
                "340000,A,1,,2020-06-30,s,law\n340000,A,2,2020-07-01,2020-07-31,s,law\n340000,A,3,2020-09-01,,s,law\n");

        assertThat(rates(table, "2020-06-30")).containsExactly("1.000");
        assertThat(rates(table, "2020-07-01")).containsExactly("2.000");
        assertThat(rates(table, "2020-07-31")).containsExactly("2.000");
        assertThat(rates(table, "2020-08-15")).isEmpty();
        assertThat(rates(table, "2099-01-01")).containsExactly("3.000");
    }

    @Test
    void shouldChangeItsDigestWhenARowChanges() throws IOException {
        String before = load("340000,A,1,,,s,law\n").digest();

        assertThat(load("340000,A,2,,,s,law\n").digest()).isNotEqualTo(before).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "340000,A,1,2020-01-01,2020-02-01,s,law;340000,A,2,2020-02-01,,s,law|3:1|table.key-twice",
                "340000,A,1,,,s,law;340000,甲,2,2020-02-01,,s,law|3:1|table.key-twice",
                "340000,A,1,2020-02-01,2020-01-31,s,law|2:1|table.ends-before-it-begins",
                "340000,C,1,,,s,law|2:8|table.unknown-code",
                "340000,A,1.2345,,,s,law|2:10|table.not-of-type",
                "340000,A,12345678901234,,,s,law|2:10|table.not-of-type",
                "340000,A,1e3,,,s,law|2:10|table.not-of-type",
                "340000,A,1,2020-02-30,,s,law|2:12|table.not-of-type",
                "3400,A,1,,,s,law|2:1|table.not-of-type",
                ",A,1,,,s,law|2:1|table.no-region",
                "340000,A,1,,,,law|2:1|table.no-source",
                "340000,A,1,,,s,|2:1|table.no-source",
                "340000,A,1,,,s|2:1|table.ragged",
                "340000,A,1,,,\"s\"x,law|2:17|table.after-quote",
                "340000,A,1,,,\"s,law|2:14|table.open-quote"
            })
    void shouldPointAtTheCellThatIsWrong(String rows, String place, String code) {
        assertThatThrownBy(() -> load(rows.replace(';', '\n') + "\n"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    Problem problem = e.problems().stream()
                            .filter(found -> found.code().equals(code))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(e.problems()));
                    assertThat(problem.place()).hasToString(folder.resolve("rates.csv") + ":" + place);
                    assertThat(Messages.render(problem, Language.ZH)).doesNotContain("{0}");
                    assertThat(Messages.render(problem, Language.EN)).doesNotContain("{0}");
                });
    }

    @Test
    void shouldNoteEveryMistakeOfTheDescriptionInOnePass() throws IOException {
        Files.writeString(folder.resolve("t.yaml"), """
                id: t
                version: "1"
                title: {zh: 表}
                key: [a, kind]
                valid: {from: a, to: until}
                region: {column: a, nation: "000000"}
                lower_bound: a
                years: {from: 20x, to: 2024}
                colour: red
                columns:
                  a: {type: money, scale: 3, zh: 甲}
                  Bad: {type: datum, zh: 乙}
                  c: {type: code, zh: 丙}
                  d: {type: text, zh: 丁, codes: {X: {zh: 一}}}
                  mark: {type: code, zh: 核对, codes: {lawful: {zh: 法}}}
                """);
        Files.writeString(folder.resolve("t.csv"), "a,b,a\n");

        Problems problems = new Problems();
        ReferenceTable.load(folder.resolve("t.yaml"), problems);

        assertThat(problems.list().stream().map(Problem::code))
                .contains(
                        "table.version",
                        "table.unknown-column",
                        "table.column-type",
                        "table.scale",
                        "table.unknown-type",
                        "table.column-name",
                        "table.codes-missing",
                        "table.codes-unused",
                        "table.unknown-mark",
                        "table.needed-column",
                        "table.not-a-year",
                        "table.column-twice",
                        "table.column-missing",
                        "yaml.unknown-key");
    }

    @Test
    void shouldSayWhichFileHoldsTheRowsWhenItIsMissing() throws IOException {
        Files.writeString(folder.resolve("rates.yaml"), DESCRIPTION);

        assertThatThrownBy(() -> ReferenceTable.load(folder.resolve("rates.yaml")))
                .hasMessageContaining("put the file rates.csv beside its description");
    }

    @Test
    void shouldTakeTheTableOfTheInnerLayer() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        load("000000,A,1,,,nation,law\n");
        Files.writeString(inner.resolve("rates.yaml"), DESCRIPTION);
        Files.writeString(inner.resolve("rates.csv"), HEAD + "340000,A,2,,,province,law\n");
        Files.writeString(inner.resolve("loop.yaml"), "id: loop\nalias_of: loop\ntitle: {zh: 圈}\n");

        ReferenceTables tables = new ReferenceTables(List.of(inner, folder, folder.resolve("none")));

        assertThat(tables.find("rates").orElseThrow().rows().get(0).source()).isEqualTo("province");
        assertThat(tables.find("other")).isEmpty();
        assertThat(tables.find("loop")).isEmpty();
    }

    private ReferenceTable load(String rows) throws IOException {
        Files.writeString(folder.resolve("rates.yaml"), DESCRIPTION, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("rates.csv"), HEAD + rows, StandardCharsets.UTF_8);
        return ReferenceTable.load(folder.resolve("rates.yaml"));
    }

    private static List<String> rates(ReferenceTable table, String day) {
        return table.rowsOn(LocalDate.parse(day)).stream()
                .map(row -> row.decimal("rate").orElseThrow().toPlainString())
                .toList();
    }
}
