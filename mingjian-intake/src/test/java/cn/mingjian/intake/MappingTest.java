package cn.mingjian.intake;

import static cn.mingjian.intake.Fixtures.PAYMENT;
import static cn.mingjian.intake.Fixtures.importAll;
import static cn.mingjian.intake.Fixtures.rows;
import static cn.mingjian.intake.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.delivery.UnusedTable;
import cn.mingjian.intake.map.Mapping;
import cn.mingjian.intake.map.MappingReader;
import cn.mingjian.intake.map.MappingWriter;
import cn.mingjian.intake.proposal.MappingProposal;
import cn.mingjian.intake.proposal.MappingProposal.Proposed;
import cn.mingjian.intake.quality.KeyMatch;
import cn.mingjian.intake.read.DeliveredFile;
import cn.mingjian.intake.read.Peek;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    private static final String DELIVERED = """
            流水号,领取人身份证号码,实发金额(万元),发放日,当前状态,备注
            A1,11010519491231002X,1.5,31/01/2024,正常发放,x
            A2,11010519491231002X,2,28/02/2024,已暂停,
            A3,11010519491231002X,未知,05/03/2024,正常发放,
            """;

    private static final String RECIPE = """
            contract: payment@1
            missing: [未知]
            columns:
              payment_no: {from: 流水号}
              id_no: {from: 领取人身份证号码}
              amount: {from: 实发金额, unit: 千元}
              pay_date: {from: 发放日, dates: [dd/MM/yyyy]}
              status: {from: 当前状态, codes: {正常发放: NORMAL, 已暂停: PAUSED}}
            """;

    @Test
    void shouldFollowTheRecipeBesideTheFiles(@TempDir Path folder) {
        write(folder.resolve("in/payment.csv"), DELIVERED.replace("实发金额(万元)", "实发金额"));
        write(folder.resolve("in/payment.mapping.yaml"), RECIPE);

        ImportResult result = importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"));

        assertThat(rows(result.version(), "payment_no", "amount", "pay_date", "status"))
                .containsExactly(
                        List.of("A1", "1500.00", "2024-01-31", "NORMAL"),
                        List.of("A2", "2000.00", "2024-02-28", "PAUSED"),
                        List.of("A3", "", "2024-03-05", "NORMAL"));
    }

    @Test
    void shouldNoteEveryMistakeOfARecipe(@TempDir Path folder) {
        write(folder.resolve("in/payment.csv"), DELIVERED);
        write(folder.resolve("in/payment.mapping.yaml"), """
                contract: other
                header_row: first
                columns:
                  amount: {from: 实发金额, unit: 担}
                  pay_date: {from: 发放日, dates: [bb]}
                  status: {codes: {正常发放: NORMALE}}
                  amout: {from: x}
                """);

        Delivery delivery = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(delivery.problems())
                .extracting(problem -> problem.place().line() + " " + problem.code())
                .contains(
                        "1 intake.mapping-contract",
                        "2 intake.mapping-row",
                        "4 intake.mapping-unit",
                        "5 intake.mapping-date",
                        "6 intake.mapping-code",
                        "7 yaml.unknown-key");
    }

    @Test
    void shouldRefuseARecipeWhoseHeadingIsInNoFile(@TempDir Path folder) {
        write(folder.resolve("in/payment.csv"), DELIVERED);
        write(folder.resolve("in/payment.mapping.yaml"), """
                contract: payment
                columns:
                  payment_no: {from: 流水号码}
                  amount: {from: [合计, 实发金额]}
                  pay_date: {from: [到账时间, 入账时间]}
                """);

        Delivery delivery = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(delivery.problems())
                .filteredOn(problem -> problem.code().equals("intake.mapping-from"))
                .extracting(problem -> Messages.render(problem, Language.ZH))
                .containsExactly(
                        "payment.mapping.yaml:3:22: 列“发放编号”写明来自“流水号码”，但 payment.csv 中没有这一列，所以没有导入。"
                                + "最接近的列名是“流水号”。请改正 from；文件中确实没有这一列的，删去该行。",
                        "payment.mapping.yaml:5:20: 列“发放日期”写明来自“到账时间”、“入账时间”，但 payment.csv 中没有这一列，所以没有导入。"
                                + "其中的列名：流水号、领取人身份证号码、实发金额(万元)、发放日、当前状态、备注。请改正 from；文件中确实没有这一列的，删去该行。");
    }

    @Test
    void shouldNameTheFilesThatLackAHeadingOfTheRecipe(@TempDir Path folder) {
        write(folder.resolve("in/payment/2022.csv"), "发放编号,身份证号,到账时间\nP1,11010519491231002X,2022-01-31\n");
        write(folder.resolve("in/payment/2023.csv"), "发放编号,身份证号,入账日\nP2,11010519491231002X,2023-01-31\n");
        write(folder.resolve("in/payment.mapping.yaml"), "contract: payment\ncolumns: {pay_date: {from: 到账时间}}\n");
        Delivery some = Delivery.open(folder.resolve("in"), List.of(PAYMENT));
        write(folder.resolve("in/payment.mapping.yaml"), """
                contract: payment
                columns: {pay_date: {from: [到账时间, 入账日]}}
                """);
        Delivery all = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(some.problems())
                .filteredOn(problem -> problem.code().equals("intake.mapping-from-some"))
                .singleElement()
                .satisfies(problem -> assertThat(Messages.render(problem, Language.EN))
                        .contains("payment/2023.csv has no such heading")
                        .contains("入账日"));
        assertThat(all.problems()).extracting(Problem::code).doesNotContain("intake.mapping-from-some");
        assertThat(rows(
                        importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"))
                                .version(),
                        "pay_date"))
                .containsExactly(List.of("2022-01-31"), List.of("2023-01-31"));
    }

    @Test
    void shouldSayWhichMappingIsOfNothing(@TempDir Path folder) {
        write(folder.resolve("in/payment.csv"), DELIVERED);
        write(folder.resolve("in/流水.mapping.yaml"), RECIPE);
        write(folder.resolve("in/x.mapping.yaml"), "contract: what\n");

        assertThat(Delivery.open(folder.resolve("in"), List.of(PAYMENT)).problems())
                .extracting(problem -> problem.place() + " " + problem.code())
                .contains("流水.mapping.yaml intake.mapping-rename", "x.mapping.yaml intake.mapping-of-nothing");
        assertThat(Delivery.open(folder.resolve("in"), List.of(PAYMENT), "流水"::equals)
                        .problems())
                .extracting(Problem::code)
                .doesNotContain("intake.mapping-rename");
    }

    @Test
    void shouldProposeARecipeThatReadsTheDelivery(@TempDir Path folder) throws IOException {
        Path file = write(folder.resolve("in/payment.csv"), DELIVERED);

        Proposed proposed = MappingProposal.propose(
                        PAYMENT, Peek.first(DeliveredFile.open(file).get(0)))
                .orElseThrow();

        assertThat(proposed.pairs())
                .extracting(MappingProposal.Pair::column, MappingProposal.Pair::heading)
                .contains(
                        org.assertj.core.api.Assertions.tuple("id_no", "领取人身份证号码"),
                        org.assertj.core.api.Assertions.tuple("amount", "实发金额(万元)"),
                        org.assertj.core.api.Assertions.tuple("status", "当前状态"));
        assertThat(proposed.openHeadings()).contains("流水号", "备注");
        assertThat(proposed.openColumns()).contains("payment_no", "weight");
        assertThat(proposed.recipe().column("status").codes()).isEqualTo(Map.of("正常发放", "NORMAL", "已暂停", "PAUSED"));
        assertThat(proposed.recipe().column("pay_date").dates()).containsExactly("dd/MM/yyyy");
    }

    @Test
    void shouldGiveTheLinesOfARecipeOnlyForHeadingsThatAreNear(@TempDir Path folder) {
        write(
                folder.resolve("in/payment.csv"),
                "身份证号,发放日期,发放编码,金额合计,死亡日期,发放原因,所在单位\n11010519491231002X,2024-01-31,P1,12.5,2024-01-02,甲,乙\n");

        String said = Delivery.open(folder.resolve("in"), List.of(PAYMENT)).problems().stream()
                .filter(problem -> problem.code().equals("intake.headings-likely"))
                .map(problem -> Messages.render(problem, Language.ZH))
                .findFirst()
                .orElseThrow();

        assertThat(said)
                .contains("没有使用的列：发放编码、金额合计、死亡日期、发放原因、所在单位。")
                .endsWith("  contract: 待遇发放\n  columns:\n    发放编号: {from: \"发放编码\"}");
        write(folder.resolve("in/待遇发放.mapping.yaml"), said.substring(said.indexOf("  contract:")));
        assertThat(rows(
                        importAll(folder.resolve("in"), PAYMENT, folder.resolve("v1"))
                                .version(),
                        "payment_no"))
                .containsExactly(List.of("P1"));
    }

    @Test
    void shouldReadBackWhatItWrites(@TempDir Path folder) {
        Problems problems = new Problems();
        Path written = write(folder.resolve("a.yaml"), RECIPE);
        Mapping mapping = MappingReader.read(written, PAYMENT, problems).orElseThrow();

        Path again = write(folder.resolve("b.yaml"), MappingWriter.yaml(mapping));

        Mapping readBack = MappingReader.read(again, PAYMENT, problems).orElseThrow();
        assertThat(readBack.columns()).isEqualTo(mapping.columns());
        assertThat(readBack.missing()).isEqualTo(mapping.missing());
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void shouldReadCoverageByIdOrTitle(@TempDir Path folder) {
        write(folder.resolve("in/payment.csv"), "payment_no,id_no\nP1,x\n");
        write(
                folder.resolve("in/datasets.yaml"),
                "待遇发放: {from: \"2020-01-01\", known_until: \"2024-06-30\", regions: [\"340207\"], complete: yes, stated_by: 区人社局}\n");

        assertThat(Fixtures.table(folder.resolve("in"), PAYMENT).coverage())
                .isEqualTo(
                        new Coverage(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 6, 30), List.of("340207"), "区人社局"));

        write(folder.resolve("in/datasets.yaml"), "payment: {complete: unknown, stated_by: 区人社局}\n");

        assertThat(Fixtures.table(folder.resolve("in"), PAYMENT).coverage()).isEqualTo(Coverage.incomplete("区人社局"));
    }

    @Test
    void shouldTakeAFileByItsHeadingsWhenItsNameSaysNothing(@TempDir Path folder) {
        write(folder.resolve("in/导出1.csv"), "发放编号,身份证号,发放日期\nP1,x,2024-01-05\n");
        write(folder.resolve("in/notes.csv"), "甲,乙\n1,2\n");

        Delivery delivery = Delivery.open(folder.resolve("in"), List.of(PAYMENT));

        assertThat(delivery.tables()).containsOnlyKeys("payment");
        assertThat(delivery.unused()).extracting(UnusedTable::label).containsExactly("notes.csv");
        assertThat(delivery.problems()).extracting(Problem::code).containsExactly("intake.taken-by-headings");
    }

    @Test
    void shouldWarnWhenFewKeysMatch(@TempDir Path folder) {
        write(folder.resolve("a/payment.csv"), "payment_no,id_no\nP1,A\nP2,B\nP3,C\nP4,C\n");
        write(folder.resolve("b/payment.csv"), "payment_no,id_no\nQ1,A\nQ2,C\n");
        DatasetVersion one =
                importAll(folder.resolve("a"), PAYMENT, folder.resolve("v1")).version();
        DatasetVersion other =
                importAll(folder.resolve("b"), PAYMENT, folder.resolve("v2")).version();

        KeyMatch match = KeyMatch.of(one, List.of("id_no"), other, List.of("id_no"), Fixtures.LIMITS);

        assertThat(match.keys()).isEqualTo(3);
        assertThat(match.matched()).isEqualTo(2);
        assertThat(match.problem()).map(Problem::code).contains("intake.match-rate");
        assertThat(KeyMatch.of(other, List.of("id_no"), one, List.of("id_no"), Fixtures.LIMITS)
                        .problem())
                .isEmpty();
    }
}
