package cn.mingjian.engine.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.expression.Expression;
import cn.mingjian.compiler.expression.Parser;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.yaml.YamlFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionMutantsTest {

    private static Expression parsed(String text) {
        Problems problems = new Problems();
        return YamlFile.parse("e: |\n  " + text, "test", problems)
                .flatMap(map -> map.scalar("e"))
                .flatMap(scalar -> Parser.parse(scalar, problems))
                .orElseThrow(() -> new AssertionError(problems.list().toString()));
    }

    private static List<String> conditions(String text) {
        return ExpressionMutants.ofCondition(parsed(text)).stream()
                .map(variant ->
                        variant.path() + ":" + variant.kind().word() + " " + ExpressionText.shown(variant.whole()))
                .toList();
    }

    private static List<String> values(String text) {
        return ExpressionMutants.ofValue(parsed(text)).stream()
                .map(variant ->
                        variant.path() + ":" + variant.kind().word() + " " + ExpressionText.shown(variant.whole()))
                .toList();
    }

    @Test
    void shouldMoveTheEdgeOfAComparisonAndItsNumber() {
        assertThat(conditions("a >= 2"))
                .containsExactly(":dropped true", ":edge a > 2", "2:up a >= 3", "2:down a >= 1");
    }

    @Test
    void shouldLeaveOutEachOperandOfAChainOnce() {
        assertThat(conditions("a and b and not c"))
                .containsExactly(
                        "1:dropped b and (not c)",
                        "2:dropped a and (not c)",
                        "3:dropped a and b",
                        "3:affirmed (a and b) and c");
    }

    @Test
    void shouldOpenBothEndsOfABetweenAndMoveItsDays() {
        assertThat(conditions("d between '2024-01-31' and '2024-02'"))
                .containsExactly(
                        ":dropped true",
                        ":open-low (d > '2024-01-31') and (d <= '2024-02')",
                        ":open-high (d >= '2024-01-31') and (d < '2024-02')",
                        "2:up d between '2024-02-01' and '2024-02'",
                        "2:down d between '2024-01-30' and '2024-02'",
                        "3:up d between '2024-01-31' and '2024-03'",
                        "3:down d between '2024-01-31' and '2024-01'");
    }

    @Test
    void shouldTurnTestsRoundAndLeaveOutOptions() {
        assertThat(conditions("k in ('a', 'b') or x is not null or r.y not like 'z%'"))
                .containsExactly(
                        ":dropped true",
                        "1:dropped (x is not null) or (r.y not like 'z%')",
                        "1.2:dropped ((k in ('b')) or (x is not null)) or (r.y not like 'z%')",
                        "1.3:dropped ((k in ('a')) or (x is not null)) or (r.y not like 'z%')",
                        "2:dropped (k in ('a', 'b')) or (r.y not like 'z%')",
                        "2:affirmed ((k in ('a', 'b')) or (x is null)) or (r.y not like 'z%')",
                        "3:dropped (k in ('a', 'b')) or (x is not null)",
                        "3:affirmed ((k in ('a', 'b')) or (x is not null)) or (r.y like 'z%')");
    }

    @Test
    void shouldSwapAggregatesAndCountRepeatedValues() {
        assertThat(values("min(a) + count(distinct b)"))
                .containsExactly("1:swapped max(a) + count(distinct b)", "2:repeated min(a) + count(b)");
    }

    @Test
    void shouldLeaveOutBranchesAndPredicatesThatAreCounted() {
        assertThat(values("case when a then 'x' else 'y' end")).containsExactly("1:dropped 'y'");
        assertThat(values("count_true(a, b)")).containsExactly("1:dropped count_true(b)", "2:dropped count_true(a)");
    }

    @Test
    void shouldOnlyCoarsenDigitsAndStepDecimalsByTheirLastDigit() {
        assertThat(values("round(a * 0.05, 2)"))
                .containsExactly(
                        "1.2:up round((a * 0.06), 2)", "1.2:down round((a * 0.04), 2)", "2:down round((a * 0.05), 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a and (b or c) and not (d = 'it''s')",
                "plus_days(r.x, -:n) <= coalesce(y, :as_of)",
                "case when a between 1 and 2 then f(b) when c is null then -3 end",
                "count(*) + count(distinct x) * (1.50 - 2)",
                "k not in ('a', 'b') and x not like '%b' and y is not null"
            })
    void shouldWriteTextThatIsReadAsTheSameExpression(String text) {
        String written = ExpressionText.of(parsed(text));

        assertThat(ExpressionText.of(parsed(written))).isEqualTo(written);
        assertThat(written.replaceAll("[ ()]", "")).isEqualTo(text.replaceAll("[ ()]", ""));
    }
}
