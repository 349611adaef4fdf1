package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.Product.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of somebody who read nothing but the README: files called and written as offices do, in GB18030, without the
 * columns that only the contracts know. Six dead and four prisoners are still paid.
 */
class StrangersFolderTest {

    private static final String MODEL = "benefits-after-death-or-sentence";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path data;

    @BeforeEach
    void deliver() throws IOException {
        data = Files.createDirectories(folder.resolve("我的数据"));
        StringBuilder paid = new StringBuilder("公民身份号码,姓名,待遇种类,发放月份,实发金额\n");
        for (int person = 0; person < 28; person++) {
            String kind = person < 14 ? "城乡居民基本养老保险" : person < 24 ? "企业职工基本养老保险" : "低保";
            for (int month = 1; month <= 7; month++) {
                String written = person % 2 == 0 ? "2024年" + month + "月" : "20240" + month;
                paid.append(person(person)).append(",某甲,").append(kind).append(',');
                paid.append(written)
                        .append(",")
                        .append(person < 14 ? 325 : 2600)
                        .append(".00\n");
            }
        }
        write("养老金发放名单.csv", paid.toString());
        StringBuilder dead = new StringBuilder("公民身份号码,姓名,死亡日期\n");
        StringBuilder serving = new StringBuilder("公民身份号码,姓名,收监日,刑满释放日期\n");
        for (int i = 0; i < 6; i++) {
            dead.append(person(i)).append(",某甲,2023/").append(3 + i).append("/15\n");
            dead.append(person(100 + i)).append(",某乙,2024-05-02\n");
        }
        for (int i = 0; i < 4; i++) {
            serving.append(person(14 + i)).append(",某甲,2023年11月").append(5 + i).append("日,2026年11月4日\n");
            serving.append(person(200 + i)).append(",某丙,2022.1.5,2027.1.4\n");
        }
        write("死亡人员名册.csv", dead.toString());
        write("服刑人员名册.csv", serving.toString());
    }

    @Test
    void shouldFindDeadAndPrisonersAtTheFirstAttempt() throws IOException {
        Path out = folder.resolve("clues.jsonl");

        Answer answer = run("--as-of", "2024年7月31日", "--out", out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            JsonNode clue = JSON.readTree(line);
            found.add(clue.path("code").asText() + " "
                    + clue.path("subject").path("id").asText());
            assertThat(clue.path("grade").asText()).isEqualTo("C");
            assertThat(clue.path("exclusions_undecided").toString()).contains("state-not-entered");
        }
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "9.1a " + person(0),
                        "9.1a " + person(1),
                        "9.1a " + person(2),
                        "9.1a " + person(3),
                        "9.1a " + person(4),
                        "9.1a " + person(5),
                        "D4E-1 " + person(14),
                        "D4E-1 " + person(15),
                        "D4E-1 " + person(16),
                        "D4E-1 " + person(17));
    }

    @Test
    void shouldAskWhatItDoesNotUnderstand() {
        Answer answer = run("--as-of", "2024-07-31");

        assertThat(answer.err())
                .contains("服刑人员名册.csv: 没有使用的列：刑满释放日期（可能是“刑期止日”或者“出监日”）")
                .contains("死亡人员名册.csv: 文件名没有说明内容，按表头识别为“死亡信息”");
        assertThat(answer.out()).contains("社区矫正对象（cc_person）").contains("调整增加额（adjust_amount）");
    }

    @Test
    void shouldGradeHigherWhenTheWholeFileIsSaidToBeOfOneKind() throws IOException {
        Files.writeString(data.resolve("死亡信息.mapping.yaml"), """
                contract: 死亡信息
                columns:
                  信息来源: {value: 公安}
                """);
        Files.writeString(data.resolve("待遇领取资格认证.csv"), "公民身份号码,认证日期,认证结果\n");
        Path out = folder.resolve("clues.jsonl");

        Answer answer = run("--as-of", "2024-07-31", "--out", out);

        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(out))
                .filteredOn(line -> line.contains("\"code\":\"9.1a\""))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).contains("\"grade\":\"B\""));
    }

    @Test
    void shouldAskAndNotTakeWhenTwoRegistersFitEqually() throws IOException {
        write("出入所名单.csv", "公民身份号码,姓名,入所日期,出所日期\n" + person(1) + ",某甲,2024-01-05,2024-03-05\n");

        Answer answer = run("--as-of", "2024-07-31");

        assertThat(answer.err()).contains("没有使用 出入所名单.csv", "同样相符，不能代为选择", "“看守所出入所.csv”", "“羁押服刑记录.csv”");
    }

    private Answer run(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("run", MODEL, "--data", data));
        arguments.addAll(List.of(more));
        return new Product(folder).call(arguments.toArray());
    }

    private void write(String name, String text) throws IOException {
        Files.write(data.resolve(name), text.getBytes(Charset.forName("GB18030")));
    }

    /** An invented number with a division that does not exist. */
    private static String person(int number) {
        String digits = String.format("990101%04d0%d15%03d", 1935 + number % 20, 1 + number % 9, 1 + number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
