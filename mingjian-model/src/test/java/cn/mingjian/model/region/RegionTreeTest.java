package cn.mingjian.model.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTreeTest {

    private static final RegionTree TREE = RegionTree.load(Path.of("..", "library"));
    private static final LocalDate TODAY = LocalDate.of(2024, 9, 30);

    @ParameterizedTest
    @CsvSource({
        // Yijiang District of Wuhu before and after 2020; only the year of the change is known
        "340203, 2019-12-31, 340203 340200 340000 000000",
        "340203, 2020-06-30, 340203 340209 340200 340000 000000",
        "340203, 2021-01-01, 340203 340209 340200 340000 000000",
        "340209, 2024-09-30, 340209 340200 340000 000000",
        // Sanshan District went into Yijiang, Wuhu County became Wanzhi, Fanchang County became Fanchang District
        "340208, 2024-09-30, 340208 340209 340200 340000 000000",
        "340221, 2024-09-30, 340221 340210 340200 340000 000000",
        "340222, 2024-09-30, 340222 340212 340200 340000 000000",
        // Wuwei: of the prefecture and city of Chaohu, then of Wuhu, then a city at county level
        "342623, 2024-09-30, 342623 340281 340200 340000 000000",
        "341422, 2008-01-01, 341422 341400 340000 000000",
        "340281, 2008-01-01, 340281 341422 341400 340000 000000",
        // split into four districts of one city
        "340211, 2024-09-30, 340211 340200 340000 000000",
        // two districts went into Yijiang in 2020: backwards nothing can be said but the city
        "340209, 2019-01-01, 340209 340200 340000 000000",
        // counties and districts directly under a province or municipality
        "110101, 2024-09-30, 110101 110000 000000",
        "429004, 2024-09-30, 429004 420000 000000",
        // the city of Chaohu was dissolved between three cities
        "341400, 2024-09-30, 341400 340000 000000",
        // a development zone that the standard does not know
        "340171, 2024-09-30, 340171 340100 340000 000000",
        "340000, 2024-09-30, 340000 000000",
        "000000, 2024-09-30, 000000",
        // outside the known years
        "340209, 2031-01-01, 340209 340200 340000 000000"
    })
    void shouldListTheRegionsOfAPlaceOnADay(String code, LocalDate on, String ancestors) {
        assertThat(TREE.ancestors(code, on)).containsExactly(ancestors.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"991234", "3402", "芜湖", "''"})
    void shouldKnowNoRegionsOfWhatIsNoCode(String code) {
        assertThat(TREE.ancestors(code, TODAY)).isEmpty();
        assertThat(TREE.region(code, TODAY)).isEmpty();
        assertThat(TREE.codeOn(code, TODAY)).isEmpty();
    }

    @Test
    void shouldShowTheChangesOfWuhuInTwentyTwenty() {
        assertThat(TREE.region("340203", LocalDate.of(2020, 1, 1)).orElseThrow().name())
                .isEqualTo("弋江区");
        assertThat(TREE.region("340203", LocalDate.of(2004, 1, 1)).orElseThrow().name())
                .isEqualTo("马塘区");
        assertThat(TREE.region("340203", TODAY)).isEmpty();
        assertThat(List.of("340209", "340210", "340212")).allSatisfy(code -> assertThat(
                        TREE.region(code, TODAY).orElseThrow().fromYear())
                .isEqualTo(2020));
    }

    @ParameterizedTest
    @CsvSource({
        "340200, 340203, 2024-09-30, 1",
        "340209, 340203, 2024-09-30, 1",
        "340203, 340209, 2024-09-30, 0",
        "340221, 340210, 2024-09-30, 0",
        "000000, 340210, 2024-09-30, 3",
        "341400, 341422, 2008-01-01, 1"
    })
    void shouldFindAPlaceInARegionThroughTheHistoryOfBothCodes(
            String region, String place, LocalDate on, int expectedAtLeast) {
        assertThat(TREE.contains(region, place, on)).isTrue();
        assertThat(TREE.rank(region, place, on).orElseThrow()).isGreaterThanOrEqualTo(expectedAtLeast);
    }

    @ParameterizedTest
    @CsvSource({
        "340100, 340203, 2024-09-30",
        "341400, 340281, 2024-09-30",
        "340200, 341422, 2008-01-01",
        "340209, 340202, 2024-09-30",
        "340200, 340000, 2024-09-30"
    })
    void shouldNotFindAPlaceInARegionThatDoesNotHoldIt(String region, String place, LocalDate on) {
        assertThat(TREE.contains(region, place, on)).isFalse();
    }

    @Test
    void shouldReachTheNationFromEveryCodeInUse() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "library", "regions", "regions.csv"));
        List<String> inUse = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[5].isEmpty())
                .map(cells -> cells[0])
                .toList();

        assertThat(inUse).hasSizeGreaterThan(3000).allSatisfy(code -> assertThat(TREE.ancestors(code, TODAY))
                .startsWith(code)
                .endsWith("000000")
                .hasSizeBetween(2, 5));
    }

    @Test
    void shouldNoteEveryMistakeOfTheList(@TempDir Path library) throws IOException {
        Files.createDirectories(library.resolve("regions"));
        Files.writeString(library.resolve("regions/regions.yaml"), "nation: \"000000\"\nknown_until: soon\n");
        Files.writeString(library.resolve("regions/regions.csv"), """
                code,name,level,parent,from_year,to_year,successors,partly_to
                110000,甲,province,000000,1981,,,
                110000,甲,province,000000,1981,,,
                110101,乙,county,110100,1990,1980,110199,
                110102,丙,town,110000,1981,,,
                11010,丁,county,110000,1981,,,
                110103,戊,county,110000,now,,,
                110104,己,county,110000,1981
                """);

        assertThatThrownBy(() -> RegionTree.load(library))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                                e.problems().stream().map(Problem::code))
                        .contains(
                                "region.twice",
                                "region.ends-before-it-begins",
                                "region.unknown-code",
                                "region.level",
                                "region.code",
                                "region.year",
                                "region.ragged"));
        Files.writeString(library.resolve("regions/regions.csv"), "code,name\n");
        assertThatThrownBy(() -> RegionTree.load(library)).hasMessageContaining("The header of the list must be");
        Files.delete(library.resolve("regions/regions.csv"));
        assertThatThrownBy(() -> RegionTree.load(library)).hasMessageContaining("missing");
    }
}
