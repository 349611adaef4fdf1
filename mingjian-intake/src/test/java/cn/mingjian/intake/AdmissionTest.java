package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.contract;
import static cn.mingjian.intake.Fixtures.rows;
import static cn.mingjian.intake.Fixtures.table;
import static cn.mingjian.intake.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.store.Admission;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private static final Contract STAY = contract("""
            id: check_in
            version: 1.0.0
            title: {zh: 旅客入住, en: hotel stays}
            owner: police
            key: [stay_id]
            columns:
              stay_id: {type: text, zh: 入住编号}
              hotel_id: {type: text, zh: 旅馆编号}
              guest_id: {type: id_no, zh: 公民身份号码}
              guest_name: {type: text, zh: 姓名}
              birth_date: {type: date, zh: 出生日期}
              in_time: {type: time, zh: 入住时间}
              out_time: {type: time, zh: 退房时间}
            """);

    private static final Set<String> COLUMNS =
            Set.of("stay_id", "hotel_id", "guest_id", "guest_name", "birth_date", "in_time", "out_time");

    private static final Admission CHILD =
            new Admission.Condition("stay", "stay.birth_date > CAST(stay.in_time AS DATE) - INTERVAL 18 YEAR");

    private static final Admission COMPANION = new Admission.Companion(
            "companion",
            List.of(new Admission.Pair("hotel_id", "hotel_id")),
            Optional.of("companion.in_time < stay.out_time AND stay.in_time < companion.out_time"),
            new Admission.Others(
                    "stay",
                    Optional.empty(),
                    Optional.of("stay.birth_date > CAST(stay.in_time AS DATE) - INTERVAL 18 YEAR")));

    /** 40 children in hotels H0 to H39, 7 adults with seven of them at the same time, 53 adults elsewhere or later. */
    private static String stays() {
        StringBuilder csv = new StringBuilder("入住编号,旅馆编号,公民身份号码,姓名,出生日期,入住时间,退房时间\n");
        for (int i = 0; i < 40; i++) {
            csv.append(
                    "C%d,H%d,child%d,孩子%d,2012-03-04,2024-05-01 20:00:00,2024-05-02 10:00:00\n".formatted(i, i, i, i));
        }
        for (int i = 0; i < 7; i++) {
            csv.append("K%d,H%d,kin%d,同住%d,1980-03-04,2024-05-01 21:00:00,2024-05-02 09:00:00\n".formatted(i, i, i, i));
        }
        for (int i = 0; i < 53; i++) {
            csv.append("S%d,H%d,SECRETID%d,隐姓埋名者%d,1980-03-04,2024-05-03 21:00:00,2024-05-04 09:00:00\n"
                    .formatted(i, i % 45, i, i));
        }
        return csv.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void shouldStoreOnlyAdmittedRowsAndLeaveNoTraceOfOthers(String encoding, @TempDir Path folder) throws IOException {
        Path delivered = write(folder.resolve("in/check_in.csv"), stays(), Charset.forName(encoding));
        Intake intake = new Intake(new DuckLimits(64L << 20, 2, folder, 1L << 30), List.of());

        ImportResult result = intake.importTable(
                table(folder.resolve("in"), STAY),
                new Wanted(COLUMNS, List.of(CHILD, COMPANION)),
                folder.resolve("out/v1"),
                Progress.NONE);

        assertThat(result.version().manifest().rows()).isEqualTo(47);
        assertThat(result.version().manifest().outOfScope()).isEqualTo(53);
        assertThat(rows(result.version(), "stay_id"))
                .extracting(row -> row.get(0))
                .noneMatch(id -> id.startsWith("S"));
        Files.delete(delivered);
        assertThat(traces(folder, "SECRETID", "隐姓埋名者")).isEmpty();
    }

    @Test
    void shouldCountApartAndKeepNowhereWhatCannotBeJudgedOrRead(@TempDir Path folder) throws IOException {
        Path delivered = write(
                folder.resolve("in/check_in.csv"),
                "stay_id,guest_id,guest_name,birth_date,in_time\n"
                        + "C1,child1,甲,2012-03-04,2024-05-01 20:00:00\n"
                        + ",child2,乙,2012-03-04,2024-05-01 20:00:00\n"
                        + "S1,SECRETID1,隐姓埋名者,2024-02-30,2024-05-01 20:00:00\n"
                        + "S2,SECRETID2,隐姓埋名者,1980-02-01,2024-05-01 20:00:00,ragged\n"
                        + ",SECRETID3,隐姓埋名者,1980-02-01,2024-05-01 20:00:00\n");

        ImportResult result = Fixtures.INTAKE.importTable(
                table(folder.resolve("in"), STAY),
                new Wanted(COLUMNS, List.of(CHILD)),
                folder.resolve("out/v1"),
                Progress.NONE);

        assertThat(result.problems())
                .filteredOn(problem -> problem.code().equals("intake.scope-unknown"))
                .extracting(problem -> Messages.render(problem, Language.ZH))
                .singleElement()
                .asString()
                .startsWith("check_in.csv: 范围不明：5 行中有")
                .contains("第 4")
                .doesNotContain("隐姓埋名者");
        assertThat(result.version().manifest())
                .extracting("rows", "rejected", "outOfScope", "scopeUnknown")
                .containsExactly(1L, 1L, 1L, 2L);
        assertThat(Files.readString(result.version().path("rejected.csv"))).contains("child2");
        Files.delete(delivered);
        assertThat(traces(folder, "SECRETID", "隐姓埋名者")).isEmpty();
    }

    @Test
    void shouldAdmitCompanionsOfAnEarlierVersion(@TempDir Path folder) {
        write(folder.resolve("in/check_in.csv"), stays());
        DatasetVersion children = Fixtures.INTAKE
                .importTable(
                        table(folder.resolve("in"), STAY),
                        new Wanted(COLUMNS, List.of(CHILD)),
                        folder.resolve("out/children"),
                        Progress.NONE)
                .version();
        Admission companion = new Admission.Companion(
                "companion",
                List.of(new Admission.Pair("hotel_id", "hotel_id")),
                Optional.of("companion.in_time < stay.out_time AND stay.in_time < companion.out_time"
                        + " AND companion.birth_date < DATE '2000-01-01'"),
                new Admission.Others("stay", Optional.of(children), Optional.empty()));

        ImportResult result = Fixtures.INTAKE.importTable(
                table(folder.resolve("in"), STAY),
                new Wanted(COLUMNS, List.of(companion)),
                folder.resolve("out/companions"),
                Progress.NONE);

        assertThat(children.manifest().rows()).isEqualTo(40);
        assertThat(rows(result.version(), "stay_id"))
                .extracting(row -> row.get(0))
                .containsExactly("K0", "K1", "K2", "K3", "K4", "K5", "K6");
    }

    @Test
    void shouldKeepOrderAndPlacesWhenManyBatchesPassTheDoor(@TempDir Path folder) {
        StringBuilder csv = new StringBuilder("stay_id,hotel_id,birth_date,in_time,out_time\n");
        for (int i = 0; i < 50_000; i++) {
            boolean child = i % 3 == 0;
            csv.append(i)
                    .append(",H")
                    .append(i % 1000)
                    .append(child ? ",2015" : ",1970")
                    .append("-01-01,2024-05-01 20:00:00,")
                    .append("2024-05-02 20:00:00\n");
        }
        write(folder.resolve("in/check_in.csv"), csv.toString());

        ImportResult result = Fixtures.INTAKE.importTable(
                table(folder.resolve("in"), STAY),
                new Wanted(COLUMNS, List.of(CHILD)),
                folder.resolve("out/v1"),
                Progress.NONE);

        List<String> expected = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < 50_000; i += 3) {
            expected.add(String.valueOf(i));
            places.add(i + 2L);
        }
        assertThat(rows(result.version(), "stay_id"))
                .extracting(row -> row.get(0))
                .isEqualTo(expected);
        assertThat(Fixtures.places(result.version())).isEqualTo(places);
    }

    @Test
    void shouldStreamDeliveredRowsPastTheOnesTheyAccompany(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("in/check_in.csv");
        Files.createDirectories(folder.resolve("in"));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("stay_id,hotel_id,guest_name,birth_date,in_time,out_time\n");
            for (int i = 0; i < 400_000; i++) {
                out.write(i + ",H" + i % 100_000 + ",某某某某某某某某某某某某某某某某某某某某某某某某某某" + i + "," + (i == 0 ? "2015" : "1970")
                        + "-01-01,2024-05-01 20:00:00,2024-05-02 20:00:00\n");
            }
        }
        Intake small = new Intake(new DuckLimits(40L << 20, 2, folder, 1L << 30), List.of());

        ImportResult result = small.importTable(
                table(folder.resolve("in"), STAY),
                new Wanted(COLUMNS, List.of(CHILD, COMPANION)),
                folder.resolve("out/v1"),
                Progress.NONE);

        assertThat(rows(result.version(), "stay_id"))
                .containsExactly(List.of("0"), List.of("100000"), List.of("200000"), List.of("300000"));
    }

    @Test
    void shouldLeaveNothingBehindWhenTheDoorFails(@TempDir Path folder) throws IOException {
        write(folder.resolve("in/check_in.csv"), stays());
        Admission wrong = new Admission.Condition("stay", "CAST(stay.guest_id AS INTEGER) > 0");

        assertThatThrownBy(() -> Fixtures.INTAKE.importTable(
                        table(folder.resolve("in"), STAY),
                        new Wanted(COLUMNS, List.of(wrong)),
                        folder.resolve("out/v1"),
                        Progress.NONE))
                .isInstanceOf(DuckException.class);

        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left).isEmpty();
        }
    }

    /** Files under a folder whose bytes hold one of the texts in any encoding. */
    private static List<Path> traces(Path folder, String... texts) throws IOException {
        List<String> needles = new ArrayList<>();
        for (String text : texts) {
            for (Charset charset : List.of(
                    StandardCharsets.UTF_8,
                    Charset.forName("GB18030"),
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE)) {
                needles.add(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> needles.stream().anyMatch(bytes(file)::contains))
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
