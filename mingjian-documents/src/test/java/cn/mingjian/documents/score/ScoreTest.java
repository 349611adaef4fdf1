package cn.mingjian.documents.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.mingjian.documents.Judgments;
import cn.mingjian.documents.element.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {

    private final Path folder;

    ScoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String entry(Extraction extraction, String element, int defendant, String words, String value) {
        int start = extraction.text().text().indexOf(words);
        return "{\"element\":\"" + element + "\"" + (defendant == 0 ? "" : ",\"defendant\":" + defendant)
                + ",\"start\":" + start + ",\"end\":" + (start + words.length())
                + (value.isEmpty() ? "" : ",\"value\":" + value) + "}";
    }

    @Test
    void shouldCountByValueAndBySpan() throws IOException {
        Extraction theft = Judgments.extract(Judgments.THEFT);
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"id\":\"1\",\"elements\":["
                        + entry(theft, "court", 0, "示例省某市甲区人民法院", "") + ","
                        + entry(theft, "months", 1, "九个月", "9") + ","
                        + entry(theft, "fine_yuan", 1, "人民币五千元", "5000") + ","
                        + entry(theft, "judge", 0, "李例", "") + "]}\n"
                        + "{\"id\":\"2\",\"elements\":[]}\n");
        Score score = Score.against(gold);
        score.add(theft);

        assertThat(score.byValue())
                .containsExactly(
                        new ElementScore("court", 1, 1, 1),
                        new ElementScore("months", 1, 1, 1),
                        new ElementScore("fine_yuan", 1, 1, 1),
                        new ElementScore("judge", 1, 1, 0));
        assertThat(score.bySpan()).extracting(ElementScore::right).containsExactly(1, 1, 0, 0);
        assertThat(score.differences())
                .extracting(Score.Difference::element, Score.Difference::missed)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("judge", true),
                        org.assertj.core.api.Assertions.tuple("judge", false));
        assertThat(score.missing()).isEqualTo(1);
    }

    @Test
    void shouldGiveIntervalsByWilson() {
        Interval half = Interval.wilson(5, 10);

        assertThat(half.low()).isCloseTo(0.2366, within(0.0001));
        assertThat(half.high()).isCloseTo(0.7634, within(0.0001));
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
        assertThat(new ElementScore("x", 50, 50, 50).f1Interval().low()).isCloseTo(0.9630, within(0.0005));
        assertThat(new ElementScore("x", 10, 8, 6).f1()).isCloseTo(2.0 * 6 / 18, within(1e-9));
    }
}
