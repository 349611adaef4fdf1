package cn.mingjian.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LackTest {

    private static final Lack A = Lack.of("a");
    private static final Lack B = Lack.of("b");
    private static final Lack COLUMN = Lack.of("x", "c");

    @Test
    void shouldNameAlternativesWhenAnyOneWouldDo() {
        assertThat(Lack.oneOf(List.of(Set.of(A), Set.of(B)))).hasToString("[a|b]");
    }

    @Test
    void shouldKeepApartWhatEveryWayNeeds() {
        assertThat(Lack.oneOf(List.of(Set.of(A, COLUMN), Set.of(B, COLUMN)))).hasToString("[a|b, x.c]");
    }

    @Test
    void shouldLeaveOutAWayThatNeedsMoreThanAnother() {
        assertThat(Lack.oneOf(List.of(Set.of(A, B), Set.of(A)))).containsExactly(A);
    }

    @Test
    void shouldCarryAlternativesThroughAlternatives() {
        Set<Lack> inner = Lack.oneOf(List.of(Set.of(A), Set.of(B)));

        assertThat(Lack.oneOf(List.of(inner, Set.of(COLUMN)))).hasToString("[a|b|x.c]");
    }

    @Test
    void shouldLeaveOutWhatIsMadeGoodWithAnother() {
        Set<Lack> either = Lack.oneOf(List.of(Set.of(A), Set.of(B)));

        assertThat(Lack.essential(List.of(A, either.iterator().next()))).containsExactly(A);
    }

    @Test
    void shouldKeepBothOfTwoAlternativesThatShareAWay() {
        Lack one = Lack.oneOf(List.of(Set.of(A), Set.of(B))).iterator().next();
        Lack other = Lack.oneOf(List.of(Set.of(A), Set.of(COLUMN))).iterator().next();

        assertThat(Lack.essential(List.of(one, other))).containsExactly(one, other);
        assertThat(Lack.ways(List.of(one, other))).hasToString("[[a], [b, x.c]]");
    }

    @Test
    void shouldListTheShortestWaysOnlyWhenAPackageHasThemGrowWithoutEnd() {
        List<Lack> many = IntStream.range(0, 40)
                .mapToObj(i -> new Lack(List.of(List.of("a" + i), List.of("b" + i), List.of("c" + i, "d" + i))))
                .toList();

        assertThat(Lack.ways(many)).hasSizeBetween(2, 32).allSatisfy(way -> assertThat(way)
                .hasSize(40));
    }
}
