package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of a run: what a prosecutor files, prints and clicks through. */
class WorkbookTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void shouldSpeakInTheWordsOfTheContractsWhenRowsAndPlacesAreShown() throws IOException {
        OpenedWorkbook book = run("zh", "案号1");

        assertThat(book.names()).containsExactly("线索", "数据依据", "信号", "运行情况");
        assertThat(book.cells("线索"))
                .containsEntry("E2", "安徽省芜湖市鸠江区")
                .containsEntry("F2", "社会保险经办机构")
                .containsEntry("G2", "5200.00")
                .containsEntry("O2", "案号1");
        assertThat(book.cells("线索").get("M2")).contains("《社会保险法》（2018文本）第八十八条");
        assertThat(String.join("\n", book.cells("数据依据").values()))
                .contains("待遇种类：职工基本养老金", "信息来源：公安户口注销", "待遇发放.csv")
                .doesNotContain("EMPLOYEE_PENSION", "POLICE_CANCEL", Product.DEAD);
    }

    @Test
    void shouldBeInEnglishWhenEnglishIsAskedFor() throws IOException {
        OpenedWorkbook book = run("en", "");

        assertThat(book.names()).containsExactly("Clues", "Source rows", "Signals", "Run");
        assertThat(String.join("\n", book.cells("Source rows").values()))
                .contains("Kind of benefit: Employees' basic pension")
                .doesNotContain("待遇种类");
        assertThat(book.cells("Clues")).containsEntry("O2", "no purpose stated, not for use");
    }

    @Test
    void shouldBePrintedOnWidthOfA4WithItsHeaderOnEveryPage() throws IOException {
        OpenedWorkbook book = run("zh", "案号&1");

        for (String sheet : book.names()) {
            assertThat(book.attribute(sheet, "pageSetup", "orientation")).isEqualTo("landscape");
            assertThat(book.attribute(sheet, "pageSetup", "paperSize")).isEqualTo("9");
            assertThat(book.attribute(sheet, "pageSetup", "fitToWidth")).isEqualTo("1");
            assertThat(book.attribute(sheet, "pageSetup", "fitToHeight")).isEqualTo("0");
            assertThat(book.attribute(sheet, "pageSetUpPr", "fitToPage")).isEqualTo("true");
            assertThat(book.text(sheet, "oddFooter")).contains("第 &P 页，共 &N 页", "案号&&1");
        }
        for (String sheet : book.names().subList(0, 3)) {
            assertThat(book.attribute(sheet, "pane", "ySplit")).isEqualTo("1");
            assertThat(book.attribute(sheet, "autoFilter", "ref")).startsWith("A1:");
        }
    }

    @Test
    void shouldLeadFromAClueToItsRowsAndBack() throws IOException {
        OpenedWorkbook book = run("zh", "案号1");
        Map<String, String> rows = book.cells("数据依据");

        assertThat(book.links("线索")).containsEntry("A2", "'数据依据'!A2");
        assertThat(rows.get("A2")).isEqualTo(book.cells("线索").get("A2"));
        assertThat(book.links("数据依据")).containsEntry("A2", "'线索'!A2").containsEntry("A3", "'线索'!A2");
    }

    @Test
    void shouldSayWhatWasRunOnWhatAndWhatTheResultCanNotSay() throws IOException {
        OpenedWorkbook book = run("zh", "案号1");

        assertThat(book.cells("运行情况").values())
                .contains("2024-09-30", "案号1", Product.MODEL + "@1.0.0", "待遇发放.csv", "死亡次月以后发放的待遇", "本结果不能说明什么")
                .anyMatch(text -> text.matches("没有提供、因而没有对照的数据：.*在押罪犯.*"))
                .anyMatch(text -> text.matches("D4E-1（.*）：无法运行，必须有：.*"))
                .anyMatch(text -> text.startsWith("没有说明覆盖范围的数据：待遇发放、"))
                .anyMatch(text -> text.contains("--out"));
    }

    @Test
    void shouldNotLookLikeACleanResultWhenNoRuleCouldRun() throws IOException {
        Product product = new Product(folder);
        Path delivery = product.delivery();
        Files.delete(delivery.resolve("死亡信息.csv"));
        Path out = folder.resolve("none.xlsx");

        product.call("run", Product.MODEL, "--data", delivery, "--as-of", "2024-09-30", "--out", out);

        OpenedWorkbook book = new OpenedWorkbook(out);
        assertThat(book.cells("线索").get("A2")).contains("无法运行");
        assertThat(book.cells("信号")).containsEntry("A2", "没有信号。");
    }

    private OpenedWorkbook run(String language, String purpose) throws IOException {
        Product product = new Product(folder);
        Path out = folder.resolve("clues.xlsx");
        Product.Answer answer = product.call(
                "run",
                Product.MODEL,
                "--data",
                product.delivery(),
                "--as-of",
                "2024-09-30",
                "--purpose",
                purpose,
                "--lang",
                language,
                "--out",
                out);
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        return new OpenedWorkbook(out);
    }
}
