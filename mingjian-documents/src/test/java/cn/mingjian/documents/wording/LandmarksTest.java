package cn.mingjian.documents.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarksTest {

    private static Landmarks of(String pattern) {
        return Syntax.shape(pattern).landmarks();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "自首 ! 自首",
                "(犯罪)?(自首) ! 自首",
                "自首|立功 ! 自首 立功",
                "犯有?罪 ! 犯罪 犯有罪",
                "[甲乙]组 ! 甲组 乙组",
                "罪(?:犯|行)? ! 罪",
                "前{2,5}科 ! 前",
                "(?:检察)+院 ! 检察",
                "[^。]{0,60}?拘留 ! 拘留",
                "[0-9]{1,3}月 ! 月",
                "(?:未|不)(?:构成|属于)[^，]{0,3}自首情节 ! 自首情节",
                "\\\\p{Han}+\\\\s\\\\.号 ! `\t.号 \n.号 \f.号 \r.号  .号`"
            })
    void shouldFindTheWordsThatEveryMatchHolds(String pattern, String words) {
        assertThat(of(pattern.replace("\\\\", "\\")).words()).containsExactlyInAnyOrder(words.split(" (?!\\.)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[^。]{2,40}", "(?:自首)?", "自首|[^。]", "x*", "\\w", "[一-龥]", "^$", "(?i)abc", "[[:alpha:]]x"})
    void shouldKnowNothingWhereAMatchCanLackAnyWord(String pattern) {
        assertThat(of(pattern).words()).isEmpty();
    }

    @Test
    void shouldBoundAMatchOnlyWhereThePatternDoes() {
        assertThat(of("甲{2,3}[^。]{0,20}自首").isBounded()).isTrue();
        assertThat(of("甲{2,3}[^。]*自首").isBounded()).isFalse();
        assertThat(of("甲[^。]{0,20}自首").before()).isEqualTo(21);
    }

    @Test
    void shouldReachFartherBackWhereTheWordKeptStandsDeeperInOneLeftOut() {
        assertThat(of("立功|重大立功").words()).containsExactly("立功");
        assertThat(of("立功|重大立功").before()).isEqualTo(2);
    }
}
