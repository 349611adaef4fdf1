package cn.mingjian.documents.clause;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.text.LegalText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClauseFinderTest {

    private static List<String> clauses(String... lines) {
        LegalText text = LegalText.of(String.join("\n", lines));
        return ClauseFinder.clauses(text).stream()
                .map(clause -> clause.part() + " " + clause.number() + " "
                        + text.words(clause.span()).replace("\n", "|"))
                .toList();
    }

    @Test
    void shouldReadArticlesWithNumberedItemsWithin() {
        assertThat(clauses(
                        "商品房买卖合同（预售）",
                        "出卖人：示例置业有限公司",
                        "第一条 项目建设依据",
                        "1. 出卖人以出让方式取得土地。",
                        "2．土地用途为住宅。",
                        "第二条 价款",
                        "（一）总价款见附件。",
                        "（二）付款方式：",
                        "1、一次性付款；",
                        "2、贷款。",
                        "第十条　争议"))
                .containsExactly(
                        "MAIN 0 出卖人：示例置业有限公司",
                        "MAIN 1 项目建设依据",
                        "MAIN 1.1 出卖人以出让方式取得土地。",
                        "MAIN 1.2 土地用途为住宅。",
                        "MAIN 2 价款",
                        "MAIN 2.1 总价款见附件。",
                        "MAIN 2.2 付款方式：",
                        "MAIN 2.2.1 一次性付款；",
                        "MAIN 2.2.2 贷款。",
                        "MAIN 10 争议");
    }

    @Test
    void shouldReadNumeralsOfTheSupplement() {
        assertThat(clauses("第一条 用途", "补充协议", "一、面积", "（一）据实结算。", "（二）多退少补。", "二、解释", "1）解释权归出卖人。"))
                .containsExactly(
                        "MAIN 1 用途",
                        "SUPPLEMENT 1 面积",
                        "SUPPLEMENT 1.1 据实结算。",
                        "SUPPLEMENT 1.2 多退少补。",
                        "SUPPLEMENT 2 解释",
                        "SUPPLEMENT 2.1 解释权归出卖人。");
    }

    @Test
    void shouldKeepNestedNumbersAsTheyAreWritten() {
        assertThat(clauses(
                        "8 违约责任", "第八条 违约责任", "8.1 出卖人逾期交付的。", "8.2买受人逾期付款的。", "8.2.1 三十日以内。", "（1）按日计算。", "8.3 其他。"))
                .containsExactly(
                        "MAIN 0 8 违约责任",
                        "MAIN 8 违约责任",
                        "MAIN 8.1 出卖人逾期交付的。",
                        "MAIN 8.2 买受人逾期付款的。",
                        "MAIN 8.2.1 三十日以内。",
                        "MAIN 8.2.1.1 按日计算。",
                        "MAIN 8.3 其他。");
    }

    @Test
    void shouldJoinTheLinesOfAClause() {
        assertThat(clauses("一、买受人逾期付款的，", "按日支付", "", "  违约金。", "二、其他"))
                .containsExactly("MAIN 1 买受人逾期付款的，|按日支付||  违约金。", "MAIN 2 其他");
    }

    @Test
    void shouldNotTakeACitationOrAMeasureForANumber() {
        assertThat(clauses("第三条 交付", "第三条的约定不影响本条。", "第二条规定的期限", "3.5米的层高", "2.8%的误差", "第九条第二款除外"))
                .containsExactly("MAIN 3 交付|第三条的约定不影响本条。|第二条规定的期限|3.5米的层高|2.8%的误差|第九条第二款除外");
    }

    @Test
    void shouldLeaveItemsWithTheWordsThatLeadIn() {
        assertThat(clauses(
                        "第五条 有下列情形之一导致逾期交付的，出卖人不承担违约责任：",
                        "1. 市政配套；",
                        "2. 恶劣天气：",
                        "（1）暴雨；",
                        "3. 停水停电。",
                        "第六条 双方约定如下：",
                        "1. 其他。"))
                .containsExactly(
                        "MAIN 5 有下列情形之一导致逾期交付的，出卖人不承担违约责任：|1. 市政配套；|2. 恶劣天气：|（1）暴雨；|3. 停水停电。",
                        "MAIN 6 双方约定如下：",
                        "MAIN 6.1 其他。");
    }

    @Test
    void shouldTellThePartsApartAndNumberEachAnew() {
        assertThat(clauses(
                        "认购协议书",
                        "一、定金。",
                        "商品房买卖合同",
                        "第一条 甲。",
                        "第二十条 补充协议",
                        "附件一：房屋平面图",
                        "一、图纸。",
                        "附件二 装修标准",
                        "一、地面。",
                        "附件十一：补充协议",
                        "一、解释权。"))
                .containsExactly(
                        "SUBSCRIPTION 1 定金。",
                        "MAIN 1 甲。",
                        "MAIN 20 补充协议",
                        "ANNEX 1 图纸。",
                        "ANNEX 1-2 地面。",
                        "SUPPLEMENT 1 解释权。");
    }

    @Test
    void shouldGiveATextWithoutNumbersAsOneClause() {
        assertThat(clauses("本协议自签字之日起生效。")).containsExactly("MAIN 0 本协议自签字之日起生效。");
        assertThat(clauses("", "  ")).isEmpty();
    }

    @Test
    void shouldReadFullWidthAndCircledNumbers() {
        assertThat(clauses("第１条　交付", "①书面通知", "②验收", "第２条　其他"))
                .containsExactly("MAIN 1 交付", "MAIN 1.1 书面通知", "MAIN 1.2 验收", "MAIN 2 其他");
    }
}
