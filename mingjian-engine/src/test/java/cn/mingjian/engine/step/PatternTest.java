package cn.mingjian.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.pattern.Pattern;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.model.problem.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternTest {

    private final Path folder;

    PatternTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Trial trial() {
        return Trial.in(folder)
                .contract("stay(id): id text, guest text, hotel text, day date dated, last date")
                .contract("report(no): no text, person text, filed date dated, closed date");
    }

    private Trial stays() {
        return trial().rows(
                        "stay",
                        "1 | A | X | 2024-01-01 | 2024-01-05",
                        "2 | A | Y | 2024-01-04 | 2024-01-08",
                        "3 | A | X | 2024-03-01 | ",
                        "4 | B | X | 2024-01-01 | 2024-01-02")
                .rows(
                        "report",
                        "r1 | A | 2024-01-03 | 2024-01-31",
                        "r2 | B | 2024-02-20 |",
                        "r3 | A | 2024-03-01 | 2024-03-02");
    }

    private List<String> kept(String step, String fields) {
        return stays().steps("found:\n  " + step.replace("\n", "\n  ")).kept("found", fields);
    }

    @Test
    void shouldTakeTheLatestAndTheEarliest() {
        assertThat(kept("latest: stay\nby: [guest]\nat: day", "id")).containsExactly("3", "4");
        assertThat(kept("latest: stay\nby: [guest]\nat: day\nwhere: hotel = 'Y' or guest = 'B'", "id"))
                .containsExactly("2", "4");
        assertThat(kept("earliest: stay\nby: [guest]\nat: day", "id")).containsExactly("1", "4");
        assertThat(kept("title: {zh: 最早一次, en: the first}\nearliest: stay\nby: [guest]\nat: day", "id"))
                .containsExactly("1", "4");
    }

    @Test
    void shouldFindWhatFollowsAndWhatDoesNot() {
        String pair = "of: report\non: {guest: person}\nfrom: day\nto: filed\ndays: 2";

        assertThat(kept("sequence: stay\n" + pair + "\ntake: {no: no}", "id, no"))
                .containsExactly("1|r1", "3|r3");
        assertThat(kept("unanswered: stay\n" + pair, "id")).containsExactly("2", "4");
        assertThat(stays().known("report", null, "2024-01-05")
                        .steps(
                                "found: {unanswered: stay, of: report, on: {guest: person}, from: day, to: filed, days: 2}")
                        .unknown("found", "id"))
                .containsExactly("2: reach");
    }

    @Test
    void shouldFindDaysWithinAndNearAndOverlappingPeriods() {
        assertThat(kept(
                        "within: stay\nof: report\non: {guest: person}\nat: day\nfrom: filed\nto: closed\ntake: {no: no}",
                        "id, no"))
                .containsExactly("2|r1", "3|r3");
        assertThat(kept(
                        "near: stay\nof: report\non: {guest: person}\nat: day\nother: filed\ndays: 1\ntake: {no: no}",
                        "id, no"))
                .containsExactly("2|r1", "3|r3");
        assertThat(kept(
                        "overlap: stay\nof: report\non: {guest: person}\nfrom: day\nto: last\nbegin: filed\nend: closed\ntake: {no: no}",
                        "id, no"))
                .containsExactly("1|r1", "2|r1", "3|r3");
    }

    @Test
    void shouldFindOnePersonInTwoPlaces() {
        assertThat(kept(
                        "double: stay\nby: [guest]\nplace: hotel\nfrom: day\nto: last",
                        "id, double_place, double_from"))
                .containsExactly("1|Y|2024-01-04", "2|X|2024-01-01");
    }

    @Test
    void shouldFindGapsAndClusters() {
        assertThat(kept("gap: stay\nby: [guest]\nat: day\ndays: 50", "id, gap_before"))
                .containsExactly("3|2024-01-04");
        assertThat(kept("cluster: stay\nby: [hotel]\ntimes: 2", "id, cluster_rows"))
                .containsExactly("1|3", "3|3", "4|3");
    }

    @Test
    void shouldFindOutliersExactlyAndCountConditions() {
        Trial trial = Trial.in(folder)
                .contract("bill(no): no text, kind text, yuan money")
                .rows("bill", "1 | a | 1.00", "2 | a | 1.00", "3 | a | 4.00", "4 | b | 9.00");

        assertThat(trial.steps("found: {outlier: bill, by: [kind], value: yuan, times: 1.99}")
                        .kept("found", "no"))
                .containsExactly("3");
        assertThat(trial.steps("found: {outlier: bill, by: [kind], value: yuan, times: 2}")
                        .kept("found", "no"))
                .isEmpty();
        assertThat(trial.steps("found: {score: bill, conditions: [\"yuan > 1\", \"kind = 'a'\"], least: 2}")
                        .kept("found", "no, score"))
                .containsExactly("3|2");
    }

    @Test
    void shouldPointAtWhatTheModelWrote() {
        assertThat(trial().steps("found:\n  latest: stay\n  by: [guest]\n  at: dai")
                        .mistakes())
                .containsExactly("4:7 expression.unknown-column");
        assertThat(trial().steps("found:\n  latest: stay\n  by: [guest]\n  on: day")
                        .mistakes())
                .contains("2:3 step.pattern-argument", "4:3 yaml.unknown-key");
        assertThat(trial().steps("found:\n  cluster: stay\n  by: [guest]\n  times: many")
                        .mistakes())
                .contains("4:10 expression.unknown-column");
    }

    @Test
    void shouldHaveACardInBothLanguages() {
        for (Pattern pattern : Patterns.in(Path.of("..", "library")).all()) {
            Map<String, String> given = pattern.parameters().keySet().stream()
                    .collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));
            for (Language language : Language.values()) {
                assertThat(pattern.card(given, language)).contains("<rows>").doesNotContain("$");
            }
        }
    }
}
