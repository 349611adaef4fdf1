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
    void shouldReadBackWhatItWrites(@TempDir Path folder) {
        Problems problems = new Problems();
        Path written = write(folder.resolve("a.yaml"), RECIPE);
        Mapping mapping = MappingReader.read(written, PAYMENT, problems).orElseThrow();

        Path again = write(folder.resolve("b.yaml"), MappingWriter.yaml(mapping));

        assertThat(MappingReader.read(again, PAYMENT, problems)).contains(mapping);
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
