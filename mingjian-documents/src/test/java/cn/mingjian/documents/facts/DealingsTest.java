package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "被告人钱某某以300元的价格向吸毒人员赵某某贩卖海洛因1包。",
                "被告人钱某某将海洛因1包以300元的价格贩卖给赵某某。",
                "被告人钱某某以300元卖给赵某某海洛因0.1克。",
                "吸毒人员赵某某从被告人钱某某处购买海洛因1包。",
                "被告人钱某某与吸毒人员赵某某在示例路进行毒品交易时被抓获，查获海洛因1包。"
            })
    void shouldSayWhoSoldToWhom(String text) {
        assertThat(Facts.of(text).values("sells_to")).containsExactly("{\"seller\":\"钱某某\",\"buyer\":\"赵某某\"}");
        assertThat(Facts.of(text).values("deals_in")).containsExactly("{\"person\":\"钱某某\",\"drug\":\"heroin\"}");
    }

    @Test
    void shouldSayThatARowOfPersonsBought() {
        assertThat(Facts.of("被告人钱某某多次将冰毒贩卖给赵某某、周某某。").values("sells_to"))
                .containsExactly("{\"seller\":\"钱某某\",\"buyer\":\"赵某某\"}", "{\"seller\":\"钱某某\",\"buyer\":\"周某某\"}");
    }

    @Test
    void shouldSayWhatSomebodyHeld() {
        Facts facts = Facts.of("民警从被告人钱某某身上查获冰毒3包，净重9.85克。");

        assertThat(facts.values("possesses")).containsExactly("{\"person\":\"钱某某\",\"drug\":\"methamphetamine\"}");
        assertThat(facts.values("weight")).containsExactly("9.85");
        assertThat(facts.values("sells_to")).isEmpty();
    }

    @Test
    void shouldSayWhoShelteredWhom() {
        assertThat(Facts.of("被告人钱某某在其家中容留赵某某、周某某吸食冰毒。").values("shelters"))
                .containsExactly("{\"host\":\"钱某某\",\"guest\":\"赵某某\"}", "{\"host\":\"钱某某\",\"guest\":\"周某某\"}");
    }

    @Test
    void shouldKnowTheNamesOfOneDrugAsOne() {
        assertThat(Facts.of("查获甲基苯丙胺片剂（俗称“麻古”）2袋、K粉1包。").values("drug"))
                .containsExactly("methamphetamine", "methamphetamine", "ketamine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"净重0.5千克", "净重五百克", "净重500克", "净重500000毫克"})
    void shouldGiveWeightsInGrams(String words) {
        Facts facts = Facts.of("查获海洛因，" + words + "。");

        assertThat(facts.elements("weight").get(0).value().decimalValue()).isEqualByComparingTo("500");
    }
}
