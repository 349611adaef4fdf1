package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.State;
import org.junit.jupiter.api.Test;

class OffenceTotalTest {

    private static void assertTotal(String text, String yuan, String basis, String formula) {
        assertThat(Facts.of(text).values("total"))
                .containsExactly("{\"yuan\":" + yuan + ",\"basis\":\"" + basis + "\",\"formula\":\"" + formula + "\"}");
    }

    @Test
    void shouldAddTheParts() {
        assertTotal(
                "1、2019年3月5日，被告人钱某某盗走赵某某现金1500元。\n2、2019年3月6日，被告人钱某某盗走周某某的手机一部，价值900元。", "2400", "sum", "1500 + 900");
    }

    @Test
    void shouldPreferTheTotalThatIsStated() {
        assertTotal(
                "被告人钱某某盗窃作案2起，价值共计人民币2400元。具体事实如下：\n1、盗走赵某某现金1500元。\n2、盗走周某某的手机一部，价值900元。",
                "2400",
                "stated",
                "1500 + 900");
    }

    @Test
    void shouldCountASubtotalOnce() {
        assertTotal("盗走手机一部（价值1000元）、手表一只（价值500元），合计价值1500元。", "1500", "sum", "1500");
    }

    @Test
    void shouldNotCountWhatWasPaidBackOrGot() {
        assertTotal("被告人钱某某盗走赵某某的手机一部，经鉴定价值2000元。后钱某某将手机以500元的价格卖给他人。案发后，钱某某赔偿赵某某2000元。", "2000", "sum", "2000");
    }

    @Test
    void shouldTakeProceedsForGoodsWithoutAValue() {
        assertTotal("1、被告人钱某某盗走赵某某的电缆，销赃得款300元。\n2、被告人钱某某盗走周某某现金100元。", "400", "sum", "100 + 300");
    }

    @Test
    void shouldNotCountAnEarlierSentence() {
        assertTotal("被告人钱某某盗走赵某某现金800元。另查明，被告人钱某某曾因盗窃罪被判处有期徒刑六个月，并处罚金人民币2000元。", "800", "sum", "800");
    }

    @Test
    void shouldReadTheFindingsNotTheAccusationToo() {
        assertTotal("公诉机关指控，被告人钱某某盗走赵某某现金900元。\n经审理查明，被告人钱某某盗走赵某某现金800元。", "800", "sum", "800");
    }

    @Test
    void shouldReadTheAccusationWhenTheCourtFindsTheSame() {
        assertTotal("公诉机关指控，被告人钱某某盗走赵某某现金900元。\n经审理查明的事实与公诉机关指控的事实一致。", "900", "sum", "900");
    }

    @Test
    void shouldBeUnsureWhenThePartsContradictTheTotal() {
        Facts facts = Facts.of("被告人钱某某盗窃作案2起，总价值1000元。具体事实如下：\n1、盗走赵某某现金1500元。\n2、盗走周某某现金900元。");

        Element total = facts.elements("total").get(0);
        assertThat(total.state()).isEqualTo(State.UNSURE);
        assertThat(total.value().get("yuan").decimalValue()).isEqualByComparingTo("1000");
        assertThat(total.why()).isPresent();
    }

    @Test
    void shouldTakeASumForTheTotalThatHoldsMoreThanHalfOfTheOthers() {
        assertTotal("被告人钱某某先后3次盗窃，共计价值1000元。盗走赵某某现金600元。盗走周某某手机一部。", "1000", "stated", "600");
    }

    @Test
    void shouldAddASumOfSeveralTimesToWhatStandsBesideIt() {
        assertTotal("被告人钱某某分2次盗走现金共计500元。后又盗走周某某现金100元。", "600", "sum", "500 + 100");
    }

    @Test
    void shouldStateNoTotalWithoutASum() {
        assertThat(Facts.of("被告人钱某某盗窃手机一部。").elements("total")).isEmpty();
    }
}
