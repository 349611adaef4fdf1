package cn.mingjian.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SafeNamesTest {

    private final SafeNames names = new SafeNames();

    @Test
    void shouldKeepTheNameWhenItIsSafe() {
        assertThat(names.next("社区矫正对象 2024(1).xlsx")).isEqualTo("社区矫正对象 2024(1).xlsx");
    }

    @Test
    void shouldCutPathsToTheirLastPart() {
        assertThat(names.next("../../etc/passwd")).isEqualTo("passwd");
        assertThat(names.next("C:\\Users\\x\\a.csv")).isEqualTo("a.csv");
        assertThat(names.next("/absolute/b.csv")).isEqualTo("b.csv");
        assertThat(names.next("..")).isEqualTo("file");
        assertThat(names.next("")).isEqualTo("file (2)");
    }

    @Test
    void shouldTakeOutWhatSteersAndHides() {
        assertThat(names.next("a\u0000b\u202Exslx.csv")).isEqualTo("a_b_xslx.csv");
        assertThat(names.next(".hidden.csv")).isEqualTo("hidden.csv");
        assertThat(names.next("~$lock.xlsx")).isEqualTo("lock.xlsx");
        assertThat(names.next("nul.csv")).isEqualTo("_nul.csv");
        assertThat(names.next("a<b>:\"|?*.csv")).isEqualTo("a_b______.csv");
    }

    @Test
    void shouldTellEqualNamesApart() {
        assertThat(names.next("判决.txt")).isEqualTo("判决.txt");
        assertThat(names.next("x/判决.TXT")).isEqualTo("判决 (2).TXT");
    }

    @Test
    void shouldShortenTheNameAndKeepItsEnding() {
        String name = names.next("长".repeat(300) + ".docx");

        assertThat(name).endsWith(".docx");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
    }
}
