package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeriveTest {

    private final Path folder;

    DeriveTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("emission(id): id text, kg quantity, per quantity, yuan money, many integer, day date");
    }

    private String derived(String row, String expression) {
        return String.join(
                ",",
                trial().rows("emission", row)
                        .steps("valued:\n  derive: emission\n  add:\n    x: " + expression)
                        .kept("valued", "x"));
    }

    @Test
    void shouldDivideExactlyWhenDoublesWouldNot() {
        assertThat(derived("1 | 1670 | 16.7 | | |", "divide(kg, per, 6)")).isEqualTo("100.000000");
        assertThat(derived("1 | 218 | 2.18 | | |", "divide(kg, per, 6)")).isEqualTo("100.000000");
        assertThat(derived("1 | 218 | 2.18 | | |", "divide(kg, per, 6) = 100")).isEqualTo("true");
    }

    @Test
    void shouldNotNeedAColumnWhoseUseACaseGuards() {
        String guarded = "valued:\n  derive: emission\n  add:\n    x: case when has(emission.kg) then kg else per end";

        assertThat(trial().rows("emission", "1 | 2 | 3 | | |").steps(guarded).kept("valued", "x"))
                .containsExactly("2.000000");
        assertThat(trial().missing("emission", "kg")
                        .rows("emission", "1 | | 3 | | |")
                        .steps(guarded)
                        .kept("valued", "x"))
                .containsExactly("3.000000");
    }

    @Test
    void shouldRoundHalfUpAwayFromZeroWhenDividing() {
        assertThat(derived("1 | | | 0.05 | 2 |", "divide(yuan, many, 2)")).isEqualTo("0.03");
        assertThat(derived("1 | | | -0.05 | 2 |", "divide(yuan, many, 2)")).isEqualTo("-0.03");
        assertThat(derived("1 | | | 10 | 3 |", "divide(yuan, many, 6)")).isEqualTo("3.333333");
        assertThat(derived("1 | | | 20 | 3 |", "divide(yuan, many, 6)")).isEqualTo("6.666667");
    }

    @Test
    void shouldBeUnknownWhenDividingByZeroOrNull() {
        assertThat(derived("1 | | | 10 | 0 |", "divide(yuan, many, 2)")).isEqualTo("-");
        assertThat(derived("1 | | | 10 | |", "divide(yuan, many, 2)")).isEqualTo("-");
    }

    @Test
    void shouldMultiplyExactlyWhenOperandsAreWide() {
        assertThat(derived("1 | 9999999999.999999 | | 99999999999999.99 | |", "kg * yuan"))
                .isEqualTo("999999999999999800000000.00000001");
        assertThat(derived("1 | | | 0.10 | |", "yuan + yuan + yuan = 0.30")).isEqualTo("true");
    }

    @Test
    void shouldBeUnknownWhenOneOfSeveralIsNull() {
        assertThat(derived("1 | | | 5 | |", "greatest(yuan, many)")).isEqualTo("-");
        assertThat(derived("1 | | | 5 | 7 |", "greatest(yuan, many)")).isEqualTo("7.00");
        assertThat(derived("1 | | | 5 | |", "coalesce(many, 3)")).isEqualTo("3");
        assertThat(derived("1 | | | 5 | |", "count_true(yuan = 5, many = 1, yuan > 9)"))
                .isEqualTo("1");
    }

    @Test
    void shouldRefuseDivisionThatIsNotExact() {
        assertThat(trial().steps("valued:\n  derive: emission\n  add:\n    x: kg / per")
                        .mistakes())
                .containsExactly("4:11 expression.divide");
    }

    @Test
    void shouldReplaceAFieldFromItsOldValue() {
        assertThat(trial().rows("emission", "1 | | | 5 | 7 |")
                        .steps("swapped:\n  derive: emission\n  add: {yuan: \"yuan + 1\", many: \"many * 2\"}")
                        .kept("swapped", "yuan, many"))
                .containsExactly("6.00|14");
    }
}
