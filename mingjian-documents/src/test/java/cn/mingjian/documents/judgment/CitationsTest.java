package cn.mingjian.documents.judgment;

import static cn.mingjian.documents.Judgments.extract;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.element.Extraction;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CitationsTest {

    /** Each article as law, article, paragraph and its words. */
    private static List<String> cited(String clause) {
        Extraction extraction =
                extract("本院认为，被告人王示的行为已构成盗窃罪，其行为触犯《中华人民共和国刑法》第一百条之规定。" + clause + "，判决如下： 被告人王示犯盗窃罪，判处拘役一个月。");
        return extraction.of("cited_article", 0).stream()
                .map(one -> one.value().path("law").asText() + " "
                        + one.value().path("article").asText() + " "
                        + Objects.toString(one.value().get("paragraph")) + " "
                        + one.span().map(extraction.text()::words).orElse(""))
                .toList();
    }

    @Test
    void shouldGiveEachParagraphAnEntry() {
        assertThat(cited("依照《中华人民共和国刑法》第二百六十四条、第七十二条第一款、第三款和第五十二条之规定"))
                .containsExactly("刑法 264 null 第二百六十四条", "刑法 72 1 第七十二条第一款", "刑法 72 3 第三款", "刑法 52 null 第五十二条");
    }

    @Test
    void shouldReadNumbersInARow() {
        assertThat(cited("依据《中华人民共和国刑法》第七十二条第一、三款，第五十二、五十三条之规定"))
                .containsExactly("刑法 72 1 第七十二条第一", "刑法 72 3 三款", "刑法 52 null 第五十二", "刑法 53 null 五十三条");
    }

    @Test
    void shouldReadInsertedArticlesAndLeaveItemsOut() {
        assertThat(cited("根据《中华人民共和国刑法》第一百三十三条之一第一款第（二）项、第二百二十五条第（一）项的规定"))
                .containsExactly("刑法 133-1 1 第一百三十三条之一第一款", "刑法 225 null 第二百二十五条");
    }

    @Test
    void shouldNameAnInterpretationWithItsIssuer() {
        assertThat(
                        cited(
                                "依照《中华人民共和国刑法》第二百六十四条及最高人民法院、最高人民检察院《关于办理盗窃刑事案件适用法律若干问题的解释》第三条第一款、《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百六十五条之规定"))
                .containsExactly(
                        "刑法 264 null 第二百六十四条",
                        "最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释 3 1 第三条第一款",
                        "最高人民法院关于适用中华人民共和国刑事诉讼法的解释 365 null 第三百六十五条");
    }

    @Test
    void shouldReadAClauseForEachDefendant() {
        assertThat(cited("据此，对被告人王示依照《中华人民共和国刑法》第二百六十四条之规定，对被告人李例依照《中华人民共和国刑法》第二十五条之规定"))
                .containsExactly("刑法 264 null 第二百六十四条", "刑法 25 null 第二十五条");
    }

    @Test
    void shouldCiteNothingWithoutALaw() {
        assertThat(cited("根据本案的事实和情节")).isEmpty();
    }
}
