package cn.mingjian.documents.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    /** As wide as the page. */
    private static final String FULL = "被告人王示以非法占有为目的，秘密窃取他人财物，数额较大，其";

    @ParameterizedTest
    @ValueSource(strings = {"1", "- 12 -", "—1—", "－３－", "第 1 页", "第1页 共3页", "第一页，共三页", "1/3"})
    void shouldGoOnFromPageToPageWhenANumberStandsBetween(String number) {
        assertThat(Pages.text(List.of(FULL + "\n" + number + "\n", "\n行为已构成盗窃罪。\n")))
                .isEqualTo(FULL + "行为已构成盗窃罪。\n");
        assertThat(Pages.text(List.of(FULL, number + "\n行为已构成盗窃罪。"))).isEqualTo(FULL + "行为已构成盗窃罪。\n");
    }

    @Test
    void shouldKeepARepeatedHeadAndFootOnce() {
        assertThat(Pages.text(List.of("示例法院\n" + FULL + "\n示例印制\n1", "示例法院\n行为已构成盗窃罪。\n示例印制\n2", "示例法院\n完\n示例印制\n3")))
                .isEqualTo("示例法院\n" + FULL + "行为已构成盗窃罪。\n完\n示例印制\n");
    }

    @Test
    void shouldKeepTheEndOfASentenceThatHeadsTwoPagesOfFour() {
        assertThat(Pages.text(List.of("一", FULL + "刑事", "责任。\n" + FULL + "民事", "责任。\n四")))
                .isEqualTo("一\n" + FULL + "刑事责任。\n" + FULL + "民事责任。\n四\n");
    }

    @Test
    void shouldKeepWhatIsNoPageNumber() {
        assertThat(Pages.text(List.of("合计\n2023年", "3600\n元", "十\n", "附件一", "")))
                .isEqualTo("合计\n2023年\n3600\n元\n十\n附件一\n");
        assertThat(Pages.text(List.of("一\n7\n二"))).isEqualTo("一\n7\n二\n");
    }

    @Test
    void shouldEndAParagraphWhereTheNextWordWouldHaveFitted() {
        assertThat(Pages.text(List.of(FULL + "\n行为已构成盗窃罪，\n应予惩处"))).isEqualTo(FULL + "行为已构成盗窃罪，\n应予惩处\n");
    }

    @Test
    void shouldJoinAShortLineWhenALongNumberFollows() {
        String short21 = FULL.substring(0, 21);

        assertThat(Pages.text(List.of(FULL + "\n" + short21 + "\n91110101MA00000018号\n")))
                .isEqualTo(FULL + short21 + "91110101MA00000018号\n");
        assertThat(Pages.text(List.of(FULL + "\n" + short21 + "\n号码\n"))).isEqualTo(FULL + short21 + "\n号码\n");
    }

    @Test
    void shouldEndAParagraphAtAMarkAndGoOnBehindABracket() {
        String sentence = FULL.substring(0, 27);
        String year = FULL.substring(0, 22) + "（2023）";

        assertThat(Pages.text(List.of(sentence + "。\n其行为\n" + sentence + "。）\n其罪行")))
                .isEqualTo(sentence + "。\n其行为\n" + sentence + "。）\n其罪行\n");
        assertThat(Pages.text(List.of(year + "\n示0101刑初12号"))).isEqualTo(year + "示0101刑初12号\n");
    }

    @Test
    void shouldPutABlankBetweenLatinWords() {
        assertThat(Pages.text(List.of("A line of Latin words that is wide enough to go\non in the next one")))
                .isEqualTo("A line of Latin words that is wide enough to go on in the next one\n");
    }
}
