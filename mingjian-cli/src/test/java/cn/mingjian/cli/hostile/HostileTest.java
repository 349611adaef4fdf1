package cn.mingjian.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.hostile.HostileTable.Cell;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack of the table is refused at its place with its words, or comes out as the text that it is. */
class HostileTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path folder;

    HostileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<HostileCase> refused() {
        return HostileTable.cells().stream()
                .flatMap(cell -> cell.cases().stream())
                .filter(one -> !one.literal());
    }

    static Stream<HostileCase> literals() {
        return HostileTable.cells().stream()
                .flatMap(cell -> cell.cases().stream())
                .filter(HostileCase::literal);
    }

    @Test
    void shouldHaveACaseOrAReasonInEveryCell() {
        List<Cell> cells = HostileTable.cells();

        assertThat(cells).hasSize(24 * HostileTable.PLACES.size());
        assertThat(cells).allSatisfy(cell -> assertThat(cell.cases().isEmpty())
                .isNotEqualTo(cell.cannot().isBlank()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldSayWhatAndWhere(HostileCase attack) throws IOException {
        HostilePackage hostile = new HostilePackage(attack, folder);
        Place place = hostile.place();

        List<Problem> problems = Assertions.assertTimeout(LIMIT, hostile::problems);

        assertThat(problems)
                .anySatisfy(problem -> {
                    assertThat(problem.code() + " at " + problem.place()).isEqualTo(attack.code() + " at " + place);
                    assertThat(Messages.render(problem, Language.EN)).contains(attack.words());
                })
                .allSatisfy(problem -> assertThat(Messages.render(problem, Language.ZH))
                        .hasSizeLessThan(1500)
                        .doesNotContainPattern("\\p{Cntrl}"));
    }

    @ParameterizedTest
    @MethodSource("literals")
    void shouldComeOutAsText(HostileCase attack) throws IOException {
        HostilePackage hostile = new HostilePackage(attack, folder.resolve("hostile"));
        HostilePackage harmless = new HostilePackage(attack.harmless(), folder.resolve("harmless"));

        assertThat(hostile.problems()).isEmpty();
        assertThat(hostile.skeleton()).isEqualTo(harmless.skeleton()).isNotEmpty();
    }
}
