package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumsTest {

    @ParameterizedTest
    @CsvSource({
        "盗走现金人民币1150元。,money_stolen,现金人民币1150元,1150",
        "将包内的1.2万余元盗走。,money_stolen,1.2万余元,12000",
        "窃得三百元现金后逃离。,money_stolen,三百元现金,300",
        "窃得钱包一个，内有人民币200元。,money_stolen,人民币200元,200",
        "盗走第三版人民币20元。,money_stolen,第三版人民币20元,20",
        "以上盗窃款项共合计人民币8800元。,money_stolen,人民币8800元,8800",
        "盗走人民币12元5角。,money_stolen,人民币12元5角,12.5",
        "盗走人民币（以下币种相同）300元。,money_stolen,人民币（以下币种相同）300元,300",
        "后赔偿孙某某被盗现金3000元。,money_stolen,现金3000元,3000",
        "公安机关从其处扣押现金600元，已发还被害人。,money_stolen,现金600元,600",
        "被盗手机价值人民币3025元。,goods_value,人民币3025元,3025",
        "被盗财物价值共计人民币3749.6元。,goods_value,人民币3749.6元,3749.6",
        "认定价格为460元。,goods_value,460元,460",
        "后以200元的价格卖给他人。,proceeds,200元,200",
        "销赃后获赃款250元。,proceeds,250元,250",
        "钱某某分得5100元。,proceeds,5100元,5100"
    })
    void shouldSayWhatASumIs(String text, String rule, String words, String yuan) {
        Facts facts = Facts.of("被告人钱某某盗窃。" + text);

        assertThat(facts.words(rule)).containsExactly(words);
        assertThat(facts.values(rule)).containsExactly(yuan);
    }

    @Test
    void shouldReadARowOfValues() {
        Facts facts = Facts.of("经鉴定，被盗手机、手表、项链分别价值人民币420元、720元和2400元。");

        assertThat(facts.values("goods_value")).containsExactly("420", "720", "2400");
    }

    @Test
    void shouldTakeNoPriceOfOnePiece() {
        assertThat(Facts.of("被盗香烟价值468元（26元/包，18包）。").values("goods_value")).containsExactly("468");
    }

    @ParameterizedTest
    @ValueSource(strings = {"公安机关从其处扣押手机一部、毛衣一件及人民币600元。", "二人各出资人民币600元购买工具。", "赵某某扣除600元的运费。", "当时收到现金600元。"})
    void shouldNotTakeASumForStolenThatWasSeizedPaidOrReceived(String text) {
        assertThat(Facts.of("被告人钱某某盗窃。" + text).words("money_stolen")).isEmpty();
    }

    @Test
    void shouldTakeASumForStolenThatWasPaidThroughTheOwnersAccount() {
        assertThat(Facts.of("被告人钱某某将被害人孙某某支付宝账户内600元转走。").words("money_stolen")).containsExactly("600元");
    }

    @Test
    void shouldSayThatASumInWordsWithoutANumberIsUnsure() {
        Facts facts = Facts.of("被告人钱某某盗走几百元。");

        assertThat(facts.words("money_stolen")).containsExactly("几百元");
        assertThat(facts.elements("money_stolen").get(0).why()).isPresent();
    }

    @Test
    void shouldFindCashWithoutAFigureAndSayThatItIsUnsure() {
        Facts facts = Facts.of("被告人钱某某多次盗窃现金、电动车。");

        assertThat(facts.words("money_stolen")).containsExactly("现金");
        assertThat(facts.elements("money_stolen").get(0).why()).isPresent();
        assertThat(facts.elements("money_stolen").get(0).value().isNull()).isTrue();
    }

    @Test
    void shouldTakeCoinsAsMoneyWhoseSumIsNotTold() {
        Facts facts = Facts.of("被告人钱某某盗窃洗衣机内1元硬币80余枚。");

        assertThat(facts.words("money_stolen")).containsExactly("1元硬币80余枚");
        assertThat(facts.elements("money_stolen").get(0).value().isNull()).isTrue();
    }

    @Test
    void shouldNotReadAForeignSumAsYuan() {
        Facts facts = Facts.of("被告人钱某某盗走2000美元。");

        assertThat(facts.words("money_stolen")).containsExactly("2000美元");
        assertThat(facts.elements("money_stolen").get(0).value().isNull()).isTrue();
    }
}
