package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most registers are missing: what is said of the rules that could not run, and of the clues of those that could. */
class HalfDeliveredTest {

    private static final String MODEL = "community-correction-revocation";
    private static final int TERMINAL = 120;

    private static Answer zh = new Answer(0, "", "");
    private static Answer en = zh;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("cc_person.csv"), """
                id_no,judgment_no,cc_kind,decide_effective_date,notice_received_date,docs_received_date,report_date,\
                cc_start,cc_end,left_date,left_kind,agency,region
                %s,案1,缓刑,2024-03-04,2024-03-05,2024-03-05,,2024-03-04,2025-03-03,,,示例街道司法所,340207
                """.formatted(Product.DEAD));
        zh = run(folder, data, "zh");
        en = run(folder, data, "en");
    }

    private static Answer run(Path folder, Path data, String language) {
        return new Product(folder).call("run", MODEL, "--data", data, "--as-of", "2024-09-30", "--lang", language);
    }

    @Test
    void shouldSayAlternativesAsSuchWhenOneOfSeveralRegistersIsEnough() {
        assertThat(end(zh, "注意：", "D5-05", 2))
                .isEqualTo("通报（cc_notice）；拘留所出入所（adm_detention）、强制措施（coercive）、看守所出入所（custody）、强制隔离戒毒（forced_rehab）之一");
    }

    @Test
    void shouldEndWithTheRulesThatDidNotRunAndTheShortestWayToMoreOfThem() {
        assertThat(zh.code()).as(zh.err()).isEqualTo(ExitCode.DONE);
        assertThat(zh.out().substring(zh.out().indexOf("注意：")))
                .startsWith("注意：16 条规则中只运行了 2 条，另外 14 条缺少数据，没有作任何检查")
                .contains("必须有", "有则更好")
                .contains("  1. 提供社区矫正事件（cc_event）、撤销与收监（cc_revocation），即可运行 D5-03、D5-07、")
                .contains("（1 条）")
                .doesNotContain("适用法律日期");
        assertThat(en.out())
                .contains("Mind: only 2 of 16 rules ran. 14 lack data and checked nothing")
                .contains("Must have", "Would help")
                .contains("What to bring so that more rules run")
                .contains("(1 rule)");
    }

    @Test
    void shouldNotTakeForNeededWhatOnlyAnExclusionAsks() {
        assertThat(zh.out()).containsPattern("对已运行的规则有帮助的数据.*\n  看守所出入所（custody）：D5-01\n");
        assertThat(end(zh, "注意：", "D5-13", 2)).isEqualTo("撤销与收监（cc_revocation）");
        assertThat(end(zh, "注意：", "D5-13", 3)).isEqualTo("看守所出入所（custody）、在押罪犯（inmate）");
    }

    @Test
    void shouldShowBodyAndWhyAnExclusionCouldNotBeDecidedWithinTheTerminal() {
        String clues = zh.out().substring(zh.out().indexOf("等级  编号"), zh.out().indexOf("等级只表示"));

        assertThat(end(zh, "等级  编号", "B", 3)).contains("示例街道司法所");
        assertThat(end(zh, "等级  编号", "B", 5)).contains("未能判断：正在羁押（未提供：看守所出入所（custody））");
        assertThat(clues.lines()).allMatch(line -> width(line) <= TERMINAL);
        assertThat(clues).doesNotContainPattern("\\d-? *\n *\\d");
    }

    @Test
    void shouldCallWhatItWorksOnByTitlesWhileItWorks() {
        assertThat(zh.err()).doesNotContainPattern("(计算|已导入) [a-z]");
    }

    @Test
    void shouldTellOnTheCardWhatARuleMustHaveAndWhatWouldHelp(@TempDir Path folder) {
        assertThat(new Product(folder).call("explain", MODEL).out())
                .contains("须有的资料：社区矫正对象（cc_person）、撤销与收监（cc_revocation）；行政处罚（admin_penalty）、社区矫正事件（cc_event）之一")
                .contains("：看守所出入所（custody）、在押罪犯（inmate）");
        assertThat(new Product(folder).call("explain", MODEL, "--lang", "en").out())
                .contains("Data it must have: ", "; one of ", "Data that would help ");
    }

    /** A cell of the table behind a text, without the breaks of its lines. */
    private static String end(Answer answer, String text, String first, int column) {
        List<String> lines = answer.out()
                .substring(answer.out().indexOf(text))
                .lines()
                .dropWhile(line -> !line.contains("编号"))
                .toList();
        String[] rulers = lines.get(1).split("  ");
        int from = 0;
        for (int i = 0; i < column; i++) {
            from += rulers[i].length() + 2;
        }
        StringBuilder cell = new StringBuilder();
        boolean within = false;
        for (String line : lines) {
            within = line.startsWith(first) || within && line.startsWith("  ");
            if (within) {
                cell.append(slice(line, from, from + rulers[column].length()).strip());
            }
        }
        return cell.toString();
    }

    private static String slice(String line, int from, int to) {
        StringBuilder slice = new StringBuilder();
        int at = 0;
        for (int point : line.codePoints().toArray()) {
            if (at >= from && at < to) {
                slice.appendCodePoint(point);
            }
            at += width(Character.toString(point));
        }
        return slice.toString();
    }

    private static int width(String text) {
        return text.codePoints()
                .map(point -> point >= 0x3000 || "“”‘’—·".indexOf(point) >= 0 ? 2 : 1)
                .sum();
    }
}
