package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.functions.CreditCode;
import cn.mingjian.functions.IdNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signals of shell companies, of which no case can speak: a batch, and traits of representatives beside a clue only. */
class ShellSignalsTest {

    private static final String ELSEWHERE = id("33010219900307001");
    private static final String PUPIL = id("34020720040307002");
    private static final String IDLE = code("91340207MA0000000");
    private static final String OTHER_IDLE = code("91340207MA0000001");
    private static final String BUSY = code("91340207MA0000002");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void shouldShowBatchesAndTheTraitsOfRepresentativesOfCompaniesWithAClue() throws IOException {
        deliver();

        String screen = new Product(folder)
                .call("run", "shell-companies", "--data", folder.resolve("in"), "--as-of", "2024-09-30")
                .out();

        assertThat(screen)
                .contains("2023-05-10至2023-05-17间设立名称仅序号不同的企业（一批最多2家）")
                .contains("示例一号商贸有限公司：法定代表人证件号由外省签发")
                .contains("示例一号商贸有限公司：设立时法定代表人持有残疾人证")
                .contains("示例二号商贸有限公司：设立时法定代表人为在校学生")
                .doesNotContain("示例繁忙商贸有限公司");
    }

    @Test
    void shouldLeadFromASignalToItsCompaniesInEveryFile() throws IOException {
        deliver();
        Path lines = folder.resolve("clues.jsonl");
        Path book = folder.resolve("clues.xlsx");

        Product.Answer answer = new Product(folder)
                .call(
                        "run",
                        "shell-companies",
                        "--data",
                        folder.resolve("in"),
                        "--as-of",
                        "2024-09-30",
                        "--out",
                        lines,
                        "--out",
                        book);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(lines)).allMatch(line -> line.startsWith("{\"schema\":1,\"clue_id\":"));
        assertThat(Files.readAllLines(folder.resolve("clues.signals.jsonl")))
                .allMatch(line -> line.startsWith("{\"schema\":1,\"kind\":\"signal\","))
                .anyMatch(line -> line.contains("\"signal\":\"serial-batch\"")
                        && line.contains(IDLE)
                        && line.contains(OTHER_IDLE)
                        && line.contains("{\"file\":\"market_entity.csv\",\"sheet\":null,\"row\":3}"));
        OpenedWorkbook opened = new OpenedWorkbook(book);
        assertThat(opened.cells("信号").values()).anyMatch(text -> text.equals("market_entity.csv 第2、3行"));
        assertThat(opened.links("信号").get("A2")).startsWith("'数据依据'!A");
        assertThat(opened.links("数据依据")).containsValue("'信号'!A2");
        assertThat(String.join("\n", opened.cells("数据依据").values())).contains("统一社会信用代码：" + IDLE);
    }

    /** Two companies that stand idle, set up within seven days; the same representative has one that does business. */
    private void deliver() throws IOException {
        table("market_entity", """
                uscc,entity_name,type,status,establish_date,address_raw,address_kind,legal_rep_id,realname_verified,reports_quarterly,region
                %s,示例一号商贸有限公司,有限责任公司,EXISTING,2023-05-10,某路1号,OFFICE,%s,true,false,340207
                %s,示例二号商贸有限公司,有限责任公司,EXISTING,2023-05-17,某路2号,OFFICE,%s,true,false,340207
                %s,示例繁忙商贸有限公司,有限责任公司,EXISTING,2023-05-18,某路3号,OFFICE,%s,true,false,340207
                """.formatted(IDLE, ELSEWHERE, OTHER_IDLE, PUPIL, BUSY, ELSEWHERE));
        table("tax_declaration", "uscc,period,tax_type,sales,tax\n" + BUSY + ",2024-05,VAT,9000.00,90.00\n");
        table("invoice_month", "uscc,month,issued_amount,received_amount\n" + BUSY + ",2024-05,9000.00,0.00\n");
        table("si_employer_month", "uscc,month,insured_count\n" + BUSY + ",2024-05,3\n");
        table("site_check", "uscc,check_date,result\n" + IDLE + ",2024-07-10,NOT_FOUND\n");
        table("abnormal_list", "uscc,reason,in_date,out_date\n" + BUSY + ",NO_REPORT,2024-07-05,2024-08-05\n");
        table("dormancy", "uscc,from_date,to_date\n" + BUSY + ",2023-06-01,2023-07-01\n");
        table("liquidation", "uscc,notice_date,kind\n" + code("91340207MA0000009") + ",2020-01-01,清算组备案\n");
        table(
                "disability",
                "id_no,kind,level,issue_date,valid_to,status\n" + ELSEWHERE + ",肢体,二,2020-01-01,2030-01-01,有效\n");
        table(
                "student_roll",
                "id_no,school,stage,from_date,to_date,status\n" + PUPIL + ",某学院,本科,2022-09-01,2026-07-01,在读\n");
    }

    private void table(String contract, String rows) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(contract + ".csv"), rows);
    }

    private static String id(String digits) {
        return digits + IdNumber.check(digits);
    }

    private static String code(String digits) {
        return digits + CreditCode.check(digits);
    }
}
