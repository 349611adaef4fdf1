package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.text.LegalText;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsExtractorTest {

    private static final String CASE = "2019年3月5日22时许，被告人钱某某伙同孙某某（另案处理）驾驶面包车窜至示例县示例镇示例路8号门口，"
            + "将被害人赵某某停放在该处的一辆红色电动车盗走，并盗走车内现金300元。经示例县价格认证中心鉴定，被盗电动车价值人民币2100元。"
            + "后钱某某将电动车以800元的价格卖给他人。\n";

    @Test
    void shouldTellTheFactsOfATheft() {
        Facts facts = Facts.of(CASE);

        assertThat(facts.words("suspect")).containsExactly("钱某某", "孙某某", "钱某某");
        assertThat(facts.words("victim")).containsExactly("赵某某");
        assertThat(facts.words("time")).containsExactly("2019年3月5日22时许");
        assertThat(facts.values("time")).containsExactly("2019-03-05");
        assertThat(facts.words("place")).containsExactly("示例县示例镇示例路8号门口");
        assertThat(facts.words("tool")).containsExactly("面包车");
        assertThat(facts.words("goods")).contains("一辆红色电动车", "被盗电动车");
        assertThat(facts.values("money_stolen")).containsExactly("300");
        assertThat(facts.values("goods_value")).containsExactly("2100");
        assertThat(facts.values("proceeds")).containsExactly("800");
        assertThat(facts.values("total"))
                .containsExactly("{\"yuan\":2400,\"basis\":\"sum\",\"formula\":\"300 + 2100\"}");
    }

    @Test
    void shouldFindTheSameInFullWidthAndWithInvisibleCharacters() {
        Facts plain = Facts.of(CASE);

        Facts disguised = Facts.of(CASE.replace("300", "３００").replace("被害人", "被\u200b害\u202e人"));

        assertThat(disguised.values("money_stolen")).isEqualTo(plain.values("money_stolen"));
        assertThat(disguised.words("victim")).isEqualTo(plain.words("victim"));
    }

    @Test
    void shouldGiveEveryElementARuleOfTheTemplateAndWordsOfTheText() {
        Facts facts = Facts.of(CASE + "被告人钱某某向赵某某贩卖冰毒1克。");

        for (Element element : facts.extraction().elements()) {
            assertThat(Facts.EXTRACTOR.template().elements()).containsKey(element.rule());
            assertThat(facts.extraction().text().words(element.span().orElseThrow()))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "被告人钱某某曾因盗窃被示例县人民法院判处拘役三个月，犯罪时未满十八周岁。",
                "被告人钱某某，男，1995年1月2日出生于示例县。2010年5月6日因盗窃被判处有期徒刑六个月。\n公诉机关指控："
            })
    void shouldNeverGiveOutASealedRecord(String record) {
        Facts facts = Facts.of(record + CASE);

        assertThat(facts.extraction().text().text()).contains("一辆红色电动车").doesNotContain("拘役", "有期徒刑", "2010年");
        assertThat(facts.words("procedure_time")).doesNotContain("2010年5月6日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "。", "某", "被告人", "“", "元元元", "将", "被告人某某某某某某某某", "向其购买", "\ud83d\ude00被告人\ud83d"})
    void shouldReadAnyText(String text) {
        assertThat(Facts.of(text).extraction().defendants()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "被告人钱某某盗窃、",
                "盗走现金",
                "2019年3月5日至",
                "在示例县示例镇",
                "（",
                "“”",
                "将手机",
                "某某丙、",
                "价值100元",
                "容留赵某某",
                "1、",
                "被告人赵某某将1克冰毒以100元卖给钱某某，"
            })
    @Timeout(60)
    void shouldReadALongHostileTextInBoundedTime(String piece) {
        LegalText text = LegalText.of(piece.repeat(20_000 / piece.length()));

        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Facts.EXTRACTOR.extract("1", text)))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNotGrowWithoutEndInADocumentThatNobodyWrote() {
        Facts facts = Facts.of("被告人钱某某盗窃" + "人民币100元、".repeat(6_000));

        List<Element> sums = facts.elements("money_stolen");
        assertThat(sums).hasSize(Element.MOST_OF_A_RULE);
        assertThat(sums).filteredOn(sum -> sum.state() == State.UNSURE).containsExactly(sums.get(sums.size() - 1));
    }
}
