package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.places;
import static cn.mingjian.intake.Fixtures.raw;
import static cn.mingjian.intake.Fixtures.rows;
import static cn.mingjian.intake.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String HEADER = "发放编号,身份证号,姓名,统一社会信用代码,所属月份,发放日期,经办时间,金额(万元),重量,次数,状态,标记,是否补发,行政区划,备注\n";

    @Test
    void shouldTypeEveryColumnWhenCsvIsDelivered(@TempDir Path folder) {
        write(
                folder.resolve("in/payment.csv"),
                HEADER
                        + "P1,11010519491231002X,张三,91340200MA2MT5KQ16,2024-01,2024-01-05,2024-01-05 08:09:10,1.5,12.5,3,NORMAL,甲;B,是,340207,x\n"
                        + "P2,110105491231002,李四,,2024年2月,2024/2/6,2024年2月6日 8:09,\"1,668(元)\",-0.000001,-4,暂停,,否,340207001,\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        DatasetVersion version = result.version();
        assertThat(rows(version, "payment_no", "id_no", "name", "month", "pay_date", "at", "amount", "weight", "times"))
                .containsExactly(
                        List.of(
                                "P1",
                                "11010519491231002X",
                                "张三",
                                "2024-01-01",
                                "2024-01-05",
                                "2024-01-05 08:09:10",
                                "15000.00",
                                "12.500000",
                                "3"),
                        List.of(
                                "P2",
                                "11010519491231002X",
                                "李四",
                                "2024-02-01",
                                "2024-02-06",
                                "2024-02-06 08:09:00",
                                "1668.00",
                                "-0.000001",
                                "-4"));
        assertThat(rows(version, "status", "flags", "arrears", "region"))
                .containsExactly(
                        List.of("NORMAL", "[A, B]", "true", "340207"), List.of("PAUSED", "", "false", "340207"));
        assertThat(version.manifest().columns()).doesNotContain("备注").hasSize(14);
        assertThat(version.manifest().persons()).containsEntry("id_no", 1L);
    }

    @Test
    void shouldKeepDeliveredTextWhenCleaningChangedIt(@TempDir Path folder) {
        write(
                folder.resolve("in/payment.csv"),
                "payment_no,id_no,pay_date,amount,name\n"
                        + "P1,11010519491231002X,2024-01-05,12.50,张三\n"
                        + "P2,１１０１０５１９４９１２３１００２ｘ,2024.1.5,￥12.5, 李四　\n"
                        + "P3,11010519491231002X,,100,N/A\n");

        DatasetVersion version = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"))
                .version();

        assertThat(raw(version))
                .containsExactly(
                        "1 amount ￥12.5",
                        "1 id_no １１０１０５１９４９１２３１００２ｘ",
                        "1 name  李四　",
                        "1 pay_date 2024.1.5",
                        "2 name N/A");
    }

    @Test
    void shouldNumberByFirstLineWhenRecordsHaveLineBreaks(@TempDir Path folder) {
        write(
                folder.resolve("in/payment.csv"),
                "payment_no,id_no,name\r\n"
                        + "P1,11010519491231002X,\"张\r\n三\"\r\n"
                        + "\r\n"
                        + "P2,11010519491231002X,\"a \"\"b\"\" c\"\r\n"
                        + "P3,11010519491231002X,x,zuviel\r\n"
                        + "P4,11010519491231002X,y\r\n"
                        + "P5,11010519491231002X\r\n"
                        + "P6,11010519491231002X,z");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(rows(result.version(), "payment_no", "name"))
                .containsExactly(
                        List.of("P1", "张\r\n三"), List.of("P2", "a \"b\" c"), List.of("P4", "y"), List.of("P6", "z"));
        assertThat(places(result.version())).containsExactly(2L, 5L, 7L, 9L);
        assertThat(result.quality().sources().get(0).rejected()).containsEntry("ragged", 2L);
        assertThat(result.version().manifest().rejected()).isEqualTo(2);
    }

    @Test
    void shouldRejectWithReasonWhenKeyOrRequiredColumnCannotBeTaken(@TempDir Path folder) throws IOException {
        write(
                folder.resolve("in/payment.csv"),
                "payment_no,id_no,pay_date,name\n"
                        + "P1,3.40221E+17,2024-01-05,甲\n"
                        + "P2,,2024-01-05,乙\n"
                        + ",11010519491231002X,2024-01-05,丙\n"
                        + "P4,11010519491231002X,2024-02-30,丁\n"
                        + "P5,123,2024-01-05,\"x\"y\n"
                        + "P6,123,2024-01-05,戊\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(rows(result.version(), "payment_no", "id_no", "pay_date"))
                .containsExactly(List.of("P4", "11010519491231002X", ""), List.of("P6", "123", "2024-01-05"));
        assertThat(result.quality().sources().get(0).rejected())
                .containsOnly(
                        java.util.Map.entry("lost", 1L),
                        java.util.Map.entry("required-missing", 2L),
                        java.util.Map.entry("quote", 1L));
        assertThat(result.quality().columns())
                .filteredOn(column -> column.column().equals("pay_date"))
                .extracting(QualityReport.ColumnQuality::untypable)
                .containsExactly(java.util.Map.of("no-such-day", 1L));
        assertThat(result.quality().columns())
                .filteredOn(column -> column.column().equals("id_no"))
                .extracting(QualityReport.ColumnQuality::invalid, QualityReport.ColumnQuality::count)
                .containsExactly(tuple(1L, 2L));
        List<String> rejected = Files.readAllLines(result.version().path("rejected.csv"));
        assertThat(rejected).hasSize(5);
        assertThat(rejected.get(1))
                .startsWith("\"payment.csv\",\"\",2,\"id_no\",\"lost\"")
                .contains("3.40221E+17");
        assertThat(rejected.get(4))
                .startsWith("\"payment.csv\",\"\",6,\"\",\"quote\"")
                .doesNotContain("123");
    }

    @Test
    void shouldNameFileAndFirstRowsOfWhatCouldNotBeTaken(@TempDir Path folder) {
        write(
                folder.resolve("in/payment/2022.csv"),
                "payment_no,id_no,pay_date\nP1,11010519491231002X,2022-01-05\nP2,123,2022-13-05\nP3,\n");
        StringBuilder many = new StringBuilder("payment_no,id_no,pay_date\n");
        for (int i = 0; i < 8; i++) {
            many.append("Q").append(i).append(",11010519491231002X,甲\n");
        }
        write(folder.resolve("in/payment/2023.csv"), many.toString());

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(result.problems())
                .extracting(problem -> Messages.render(problem, Language.ZH))
                .containsExactly(
                        "payment/2022.csv: 列“公民身份号码”有 1 个值未通过校验位检查，已原样保留：第 3 行。请核对原表。",
                        "payment/2022.csv: 列“发放日期”有 9 个单元格不能使用（日期不存在 1、不是日期 8），已按空值处理："
                                + "第 3 行、payment/2023.csv 第 2、3、4、5 行等。请核对原表。",
                        "payment/2022.csv: 3 行中有 1 行不能使用，没有导入（单元格个数与表头不一致）：第 4 行。"
                                + "导入时，这些行连同原因另列入“未接收的行”（rejected.csv）。请核对后补报。");
        assertThat(result.problems())
                .extracting(problem -> Messages.render(problem, Language.EN))
                .anyMatch(text -> text.contains("row 3, payment/2023.csv rows 2, 3, 4, 5 and others"));
    }

    @Test
    void shouldFindHeadingsWhenNotesStandAbove(@TempDir Path folder) {
        write(
                folder.resolve("in/待遇发放2023.csv"),
                "某市待遇发放明细表,,,\n制表日期：2024-01-01,,,\n\n发放编号,证件号码,姓名,发放日期\nP1,11010519491231002X,张三,2024-01-05\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(result.quality().sources().get(0).headerRow()).isEqualTo(4);
        assertThat(rows(result.version(), "payment_no", "name")).containsExactly(List.of("P1", "张三"));
        assertThat(places(result.version())).containsExactly(5L);
    }

    @Test
    void shouldMakeOneTableWhenAFolderHoldsYears(@TempDir Path folder) {
        write(folder.resolve("in/payment/2022.csv"), "payment_no,id_no,amount\nP1,11010519491231002X,1\n");
        write(folder.resolve("in/payment/2023.csv"), "id_no;payment_no\n11010519491231002X;P2\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(rows(result.version(), "payment_no", "amount"))
                .containsExactly(List.of("P1", "1.00"), List.of("P2", ""));
        assertThat(result.version().manifest().parts())
                .extracting("sourceFile")
                .containsExactly("payment/2022.csv", "payment/2023.csv");
    }

    @Test
    void shouldReadJsonLinesAndArrays(@TempDir Path folder) {
        String first =
                "{\"payment_no\":\"P1\",\"person\":{\"id_no\":\"x\"},\"id_no\":\"11010519491231002X\",\"amount\":12.5}";
        String second =
                "{\"id_no\":\"11010519491231002X\",\"payment_no\":\"P2\",\"arrears\":true,\"flags\":[\"A\",\"乙\"]}";
        write(folder.resolve("a/payment.jsonl"), first + "\n{broken\n" + second + "\n");
        write(folder.resolve("b/payment.json"), "{\"total\":2,\"list\":[" + first + ",\n\n" + second + "]}");

        ImportResult lines = importAll(folder.resolve("a"), PAYMENT, folder.resolve("out/lines"));
        ImportResult array = importAll(folder.resolve("b"), PAYMENT, folder.resolve("out/array"));

        List<List<String>> expected = List.of(List.of("P1", "12.50", "", ""), List.of("P2", "", "true", "[A, B]"));
        assertThat(rows(lines.version(), "payment_no", "amount", "arrears", "flags"))
                .isEqualTo(expected);
        assertThat(rows(array.version(), "payment_no", "amount", "arrears", "flags"))
                .isEqualTo(expected);
        assertThat(places(lines.version())).containsExactly(1L, 3L);
        assertThat(places(array.version())).containsExactly(1L, 2L);
        assertThat(lines.quality().sources().get(0).rejected()).containsEntry("json", 1L);
    }

    @Test
    void shouldCountRowsThatRepeatAKey(@TempDir Path folder) {
        write(folder.resolve("in/payment.csv"), "payment_no,id_no\nP1,a\nP2,b\nP1,c\nP1,c\nP3,a\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        assertThat(result.quality().duplicateRows()).isEqualTo(2);
        assertThat(result.version().manifest().persons()).containsEntry("id_no", 3L);
        assertThat(result.problems()).extracting("code").contains("intake.duplicates", "intake.cells-invalid");
    }

    @Test
    void shouldLeaveNothingButTheVersion(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("out/.partial-killed"));
        write(folder.resolve("out/.partial-killed/part-1.parquet"), "half");
        write(folder.resolve("in/payment.csv"), "payment_no,id_no\nP1,11010519491231002X\n");

        importAll(folder.resolve("in"), PAYMENT, folder.resolve("out/v1"));

        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly("v1");
        }
        try (Stream<Path> files = Files.list(folder.resolve("out/v1"))) {
            assertThat(files)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "part-1.parquet",
                            "part-1.places.parquet",
                            "part-1.raw.parquet",
                            "rejected.csv",
                            "quality.json",
                            "manifest.json");
        }
    }
}
