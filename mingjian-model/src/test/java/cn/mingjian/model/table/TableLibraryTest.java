package cn.mingjian.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.functions.Workdays;
import cn.mingjian.model.law.Citation;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.problem.Place;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference tables that ship. */
class TableLibraryTest {

    private static final Path LIBRARY = Path.of("..", "library");
    private static final ReferenceTables TABLES = new ReferenceTables(List.of(LIBRARY.resolve("tables")));

    @Test
    void shouldReadEveryTableWithoutAMistake() {
        assertThat(TABLES.ids()).contains("holiday", "pollutant_equivalent", "ept_rate", "threshold_param");

        assertThat(TABLES.ids()).allSatisfy(id -> assertThat(TABLES.find(id)).isPresent());
        assertThat(TABLES.problems().list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"workday_calendar, holiday", "threshold, threshold_param"})
    void shouldAnswerToAliases(String alias, String id) {
        assertThat(table(alias)).isSameAs(table(id));
    }

    @Test
    void shouldKeepSmallEquivalentsExact() {
        assertThat(equivalent("benzo_a_pyrene")).isEqualTo(new BigDecimal("0.0000003"));
        assertThat(equivalent("CO")).isEqualTo(new BigDecimal("16.7000000"));
        assertThat(equivalent("smoke_dust")).isEqualTo(new BigDecimal("2.1800000"));
    }

    @Test
    void shouldTaxFiveOfClassOneAndThreeOfTheOthers() {
        assertThat(table("pollutant_equivalent").rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("class").orElseThrow()
                                        + row.value("top_n").orElseThrow(),
                                Collectors.counting())))
                .containsOnlyKeys("AIR3", "WATER_I5", "WATER_II3");
    }

    @Test
    void shouldCiteForEveryRowReadInTheLawAnArticleThatTheLibraryHolds() {
        LawIndex laws = LawIndex.load(LIBRARY);
        for (String id : List.of("threshold_param", "commutation_start", "offence_catalog")) {
            assertThat(table(id).rows()).isNotEmpty().allSatisfy(row -> {
                Optional<Citation> source = Citation.parse(row.source());
                assertThat(source).isPresent();
                assertThat(laws.law(source.orElseThrow().law())).isPresent();
                if (row.mark() == Mark.LAW) {
                    assertThat(laws.problemsOf(source.orElseThrow(), Place.of(id)))
                            .isEmpty();
                }
            });
        }
    }

    @Test
    void shouldHaveOneAmountForEachTierOnAnyDay() {
        ReferenceTable table = table("threshold_param");

        assertThat(table.rowsOn(LocalDate.of(2024, 9, 30)).stream()
                        .filter(row -> row.value("tier").isPresent())
                        .map(row -> row.text("region").orElseThrow()
                                + "/"
                                + row.text("act_code").orElseThrow()
                                + "/"
                                + row.value("tier").orElseThrow()))
                .contains("000000/264/1", "340000/264/1", "000000/266/3", "000000/201/2")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveEveryYearOfHolidaysWithElevenOrMoreDaysOffOutsideWeekends() {
        ReferenceTable table = table("holiday");
        HolidayCalendar calendar = Holidays.calendar(table);

        for (int year = 2019; year <= 2025; year++) {
            int current = year;
            assertThat(table.rows().stream()
                            .filter(row -> row.date("day").orElseThrow().getYear() == current)
                            .map(row -> row.text("occasion").orElseThrow())
                            .distinct())
                    .contains("NEW_YEAR", "SPRING", "QINGMING", "LABOUR", "DRAGON_BOAT", "NATIONAL");
            long worked = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> Boolean.TRUE.equals(calendar.isWorkday(day)))
                    .count();
            // 365 days less 104 to 106 weekend days less 11 public holidays (13 from 2025)
            assertThat(worked).isBetween(246L, 253L);
        }
        assertThat(calendar.isWorkday(LocalDate.of(2026, 1, 1))).isNull();
    }

    @Test
    void shouldExchangeOnlySaturdaysAndSundaysForWork() {
        assertThat(table("holiday").rows().stream()
                        .filter(row ->
                                row.text("kind").filter("WORKDAY"::equals).isPresent())
                        .map(row -> row.date("day").orElseThrow().getDayOfWeek()))
                .isNotEmpty()
                .allMatch(day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-01, 2024-10-08", // National Day week
        "2024-09-14, 2024-09-14", // a Saturday worked before Mid-Autumn
        "2020-02-01, 2020-02-03", // the extended Spring Festival of 2020
        "2024-06-08, 2024-06-11" // a weekend before the Dragon Boat Festival
    })
    void shouldMoveTheEndOfAPeriodToTheNextWorkday(LocalDate day, LocalDate end) {
        assertThat(new Workdays(Holidays.calendar(table("holiday"))).end(day)).isEqualTo(end);
    }

    private static BigDecimal equivalent(String pollutant) {
        return table("pollutant_equivalent").rows().stream()
                .filter(row -> row.text("pollutant").filter(pollutant::equals).isPresent())
                .findFirst()
                .flatMap(row -> row.decimal("kg_per_equivalent"))
                .orElseThrow();
    }

    private static ReferenceTable table(String id) {
        return TABLES.find(id).orElseThrow();
    }
}
