package cn.mingjian.model.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1, 第一条",
        "10, 第十条",
        "11, 第十一条",
        "20, 第二十条",
        "99, 第九十九条",
        "100, 第一百条",
        "101, 第一百零一条",
        "110, 第一百一十条",
        "133-1, 第一百三十三条之一",
        "120-6, 第一百二十条之六",
        "308, 第三百零八条",
        "684, 第六百八十四条",
        "1000, 第一千条",
        "1001, 第一千零一条",
        "1010, 第一千零一十条",
        "1260, 第一千二百六十条"
    })
    void shouldReadTheLabelThatItWritesWhenItIsANumber(String written, String label) {
        ArticleNumber number = ArticleNumber.parse(written).orElseThrow();

        assertThat(number.label()).isEqualTo(label);
        assertThat(ArticleNumber.atStartOf(label + " 为了")).contains(number);
        assertThat(number).hasToString(written);
    }

    @Test
    void shouldReadBackEveryNumberWhenItIsWrittenInChinese() {
        for (int i = 1; i < 2000; i++) {
            ArticleNumber number = new ArticleNumber(i, i % 3);
            assertThat(ArticleNumber.atStartOf(number.label())).contains(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "1-0", "1.1", "-1", "12345", "一", "133_1"})
    void shouldRefuseWhatIsNotAnArticleNumber(String written) {
        assertThat(ArticleNumber.parse(written)).isEmpty();
    }

    @Test
    void shouldSortInsertedArticlesBehindTheirOwn() {
        assertThat(new ArticleNumber(133, 0)).isLessThan(new ArticleNumber(133, 1));
        assertThat(new ArticleNumber(133, 2)).isLessThan(new ArticleNumber(134, 0));
    }
}
