package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.rows;
import static cn.mingjian.intake.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.quality.QualityReport.ColumnQuality;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes as offices write them, and what stands for all rows of a file. */
class CodesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void shouldReadOtherWritingsOfACodeAsItself() {
        write(folder.resolve("in/payment.csv"), "payment_no,id_no,status\nP1,a,缓发\nP2,b, 暂缓发放 \nP3,c,暂停\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "status"))
                .containsExactly(List.of("PAUSED"), List.of("PAUSED"), List.of("PAUSED"));
        assertThat(result.problems()).extracting(Problem::code).doesNotContain("intake.codes-unknown");
    }

    @Test
    void shouldNameTheMostFrequentUnknownValuesAndWhatIsAllowed() {
        write(
                folder.resolve("in/payment.csv"),
                "payment_no,id_no,status\nP1,a,冻结\nP2,b,注销\nP3,c,冻结\nP4,d,待核\nP5,e,封存\nP6,f,正常\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        ColumnQuality status = column(result, "status");
        assertThat(status.unknownCodes()).isEqualTo(5);
        assertThat(status.unknownTexts()).hasSize(3).containsEntry("冻结", 2L);
        assertThat(said(result, "intake.codes-unknown"))
                .contains("“状态”有 5 个值", "“冻结”（2）", "可以写：正常、暂停、无", "待遇发放.mapping.yaml");
    }

    @Test
    void shouldTellNoUnknownValueThatMayBeAPersons() {
        String persons = IntStream.range(0, 70)
                .mapToObj(i -> "P" + i + ",x,张" + (char) ('甲' + i) + "\n")
                .reduce("", String::concat);
        write(folder.resolve("in/payment.csv"), "payment_no,id_no,status\n" + persons);
        write(folder.resolve("ids/payment.csv"), "payment_no,id_no,status\nP1,x,11010519491231002X\n");

        ImportResult names = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));
        ImportResult numbers = importAll(folder.resolve("ids"), PAYMENT, folder.resolve("v2"));

        assertThat(column(names, "status").unknownTexts()).isEmpty();
        assertThat(column(numbers, "status").unknownTexts()).isEmpty();
        assertThat(said(names, "intake.codes-unknown-hidden")).contains("70 个值").doesNotContain("张");
    }

    @Test
    void shouldSayInTheRejectedRowsWhatACodeMayBe() throws IOException {
        var strict = Fixtures.contract("""
                id: kinds
                version: 1.0.0
                title: {zh: 种类表, en: kinds}
                owner: hr
                key: [no, kind]
                columns:
                  no: {type: text, zh: 编号}
                  kind: {type: code, zh: 种类, codes: {A: {zh: 甲种, en: first}, B: {zh: 乙种, en: second}}}
                """);
        write(folder.resolve("in/kinds.csv"), "no,kind\n1,甲种\n2,丙种\n");

        ImportResult result = importAll(folder.resolve("in"), strict, folder.resolve("v1"));

        assertThat(Files.readAllLines(result.version().path("rejected.csv")).get(1))
                .contains("不在代码表中；可以写：甲种、乙种", "it may be: first, second");
        assertThat(column(result, "kind").unknownTexts()).isEqualTo(Map.of("丙种", 1L));
    }

    @Test
    void shouldGiveEveryRowTheValueOfTheRecipe() throws IOException {
        write(folder.resolve("in/payment.csv"), "payment_no,id_no,状态\nP1,a,暂停\nP2,,x\n");
        write(folder.resolve("in/待遇发放.mapping.yaml"), """
                contract: 待遇发放
                columns:
                  状态: {value: 正常}
                  pay_date: {value: "2024年1月5日"}
                  行政区划: {value: "340207"}
                """);

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "payment_no", "status", "pay_date", "region"))
                .containsExactly(List.of("P1", "NORMAL", "2024-01-05", "340207"));
        assertThat(Files.readString(result.version().path("rejected.csv"))).contains("2024年1月5日");
    }

    @Test
    void shouldReadCodesOfTheRecipeByTheirLabels() {
        write(folder.resolve("in/payment.csv"), "payment_no,id_no,status\nP1,a,停一停\n");
        write(folder.resolve("in/payment.mapping.yaml"), "contract: payment\ncolumns: {状态: {codes: {停一停: 暂停}}}\n");

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "status")).containsExactly(List.of("PAUSED"));
    }

    @Test
    void shouldRefuseAValueThatTheColumnCannotHold() {
        write(folder.resolve("in/payment.csv"), "payment_no,id_no\nP1,a\n");
        write(folder.resolve("in/payment.mapping.yaml"), """
                contract: payment
                columns:
                  status: {value: 好}
                  month: {value: x}
                  amount: {from: 钱, value: "3"}
                """);

        Delivery delivery = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(delivery.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .extracting(problem -> Messages.render(problem, Language.ZH))
                .anySatisfy(text -> assertThat(text).contains("“好”不能作列“状态”的值：不在代码表中；可以写：正常、暂停、无"))
                .anySatisfy(text -> assertThat(text).contains("“x”不能作列“所属月份”的值：不是月份"))
                .anySatisfy(text -> assertThat(text).contains("“金额”既写了 from 又写了 value"));
    }

    private static ColumnQuality column(ImportResult result, String name) {
        return result.quality().columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(ImportResult result, String code) {
        return result.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .map(problem -> Messages.render(problem, Language.ZH))
                .findFirst()
                .orElseThrow();
    }
}
