package cn.mingjian.documents.rows;

import static cn.mingjian.documents.Judgments.JOINT;
import static cn.mingjian.documents.Judgments.THEFT;
import static cn.mingjian.documents.Judgments.extract;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a defendant acted, what was gained and lost, and what the operative part leaves open, in rows. */
class FactsOfChargesTest {

    private static final JudgmentRows ROWS = new JudgmentRows(Judgments.LIBRARY);
    private static final String ACT = "2023年2月1日，被告人王示在某商场窃得手机一部，价值人民币3,600元。";
    private static final String FOUND = "经审理查明的事实与指控一致，涉案物品共计价值人民币3600元。";
    private static final String RESTITUTION = "二、责令被告人王示退赔被害人经济损失人民币三千六百元。\n";
    private static final String DEFENCE = "提出被告人王示已赔偿被害人损失并取得谅解的意见，予以采纳";
    /** The same theft with nothing given back and nothing to be given back. */
    private static final String OPEN = THEFT.replace(RESTITUTION, "").replace(DEFENCE, "提出被告人王示认罪的意见，予以采纳");

    private static ObjectNode only(String text, String contract) {
        List<ObjectNode> rows = ROWS.rows(extract(text)).getOrDefault(contract, List.of());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String days(String text) {
        ObjectNode row = only(text, "judgment_charge");
        return row.path("act_start").asText("") + ".." + row.path("act_end").asText("");
    }

    @Test
    void shouldTellTheDayOfTheActWithItsSentence() {
        ObjectNode row = only(THEFT, "judgment_charge");

        assertThat(days(THEFT)).isEqualTo("2023-02-01..2023-02-01");
        assertThat(row.path("source_text").asText())
                .contains("一、被告人王示犯盗窃罪，判处有期徒刑九个月")
                .contains(ACT.substring(0, 12));
        assertThat(only(THEFT, "pros_charge").path("act_start").asText()).isEqualTo("2023-02-01");
    }

    @Test
    void shouldTellTheFirstAndTheLastDayOfSeveralTimes() {
        String more = ACT + "2022年12月份的一天，被告人王示在某超市窃得现金500元。";

        assertThat(days(THEFT.replace(ACT, more))).isEqualTo("2022-12-01..2023-02-01");
        assertThat(days(THEFT.replace(ACT, "被告人王示于2022年11月至2023年2月1日，多次盗窃。"))).isEqualTo("2022-11-01..2023-02-01");
        assertThat(days(THEFT.replace(ACT, "2022年11月以来，被告人王示多次盗窃。"))).isEqualTo("2022-11-01..");
    }

    @Test
    void shouldNotTellTheLastDayWhereTheFactsGoOnWithADayThatFollowsAnother() {
        assertThat(days(THEFT.replace(ACT, ACT + "次日，被告人王示又窃得现金500元。"))).isEqualTo("2023-02-01..");
        assertThat(days(THEFT.replace("2023年2月1日，", "2023年2月1日、3日，"))).isEqualTo("2023-02-01..");
        assertThat(days(THEFT.replace(ACT, ACT + "2月26日，被告人王示又窃得现金500元。"))).isEqualTo("2023-02-01..");
    }

    @Test
    void shouldNotTellDaysWhereATimeIsNoMoreThanAYear() {
        assertThat(days(THEFT.replace(ACT, ACT + "2021年至2022年期间，被告人王示多次盗窃。"))).isEqualTo("..");
    }

    @Test
    void shouldNotTakeTheDayOfTheArrestOrASurrenderForTheAct() {
        String caught = ACT + "2023年2月3日，被告人王示被民警抓获，如实供述了盗窃事实。";
        String surrendered = ACT + "2023年2月4日，被告人王示主动投案，如实供述了盗窃事实。";

        assertThat(days(THEFT.replace(ACT, caught))).isEqualTo("2023-02-01..2023-02-01");
        assertThat(days(THEFT.replace(ACT, surrendered))).isEqualTo("2023-02-01..2023-02-01");
    }

    @Test
    void shouldNotTellDaysOfOneOfSeveralCharges() {
        ROWS.rows(extract(JOINT)).getOrDefault("judgment_charge", List.of()).forEach(row -> assertThat(
                        row.has("act_start"))
                .isEqualTo(row.path("charge_code").asText().equals("312")));
    }

    @Test
    void shouldTakeWhatWasStolenForTheLossOfTheVictim() {
        assertThat(only(OPEN, "judgment_charge").path("victim_loss").asInt()).isEqualTo(3600);
        assertThat(only(OPEN.replace("盗窃罪", "赌博罪"), "judgment_charge").has("victim_loss"))
                .isFalse();
    }

    @Test
    void shouldNotTellALossWhereAnythingCameBackOrTheOperativePartDealsWithGoods() {
        String back = OPEN.replace(FOUND, FOUND + "案发后，手机已追回。");
        String goods = OPEN.replace("如不服本判决", "二、扣押的赃物手机一部返还被害人。\n如不服本判决");
        String attempt = OPEN.replace("可以从轻处罚。辩护人", "可以从轻处罚，且系犯罪未遂。辩护人");

        assertThat(List.of(back, goods, attempt)).doesNotContain(OPEN);
        assertThat(List.of(back, goods, attempt))
                .allSatisfy(text -> assertThat(only(text, "judgment_charge").has("victim_loss"))
                        .isFalse());
    }

    @Test
    void shouldTellTheGainThatWasFound() {
        String gain = OPEN.replace(FOUND, "经审理查明，被告人王示窃得手机后销赃，得款人民币800元。");

        assertThat(only(gain, "judgment_charge").path("illegal_gain").asInt()).isEqualTo(800);
        assertThat(only(OPEN, "judgment_charge").has("illegal_gain")).isFalse();
        assertThat(only(gain.replace("得款", "谎称可得款"), "judgment_charge").has("illegal_gain"))
                .isFalse();
        assertThat(only(gain.replace("得款人民币800元", "得款人民币800元，又得款人民币900元"), "judgment_charge")
                        .has("illegal_gain"))
                .isFalse();
    }

    @Test
    void shouldTakeAGainThatWasAccusedOnlyWhereTheCourtAdoptsTheAccusation() {
        String accused = OPEN.replace(ACT, ACT + "后得款人民币800元。");
        String adopted = accused.replace(FOUND, "上述事实，被告人在开庭审理过程中亦无异议，足以认定。");

        assertThat(only(accused, "judgment_charge").has("illegal_gain")).isFalse();
        assertThat(only(accused, "pros_charge").path("illegal_gain").asInt()).isEqualTo(800);
        assertThat(only(adopted, "judgment_charge").path("illegal_gain").asInt())
                .isEqualTo(800);
    }

    @Test
    void shouldTellARecoveryThatNamesNeitherSumNorGoods() {
        String order = "二、继续追缴被告人王示的违法所得，依法予以没收。\n";
        String rest = "二、扣押的人民币500元系赃款，予以追缴并上缴国库；其余未追回的赃款继续予以追缴。\n";
        String back = "二、责令被告人王示退赔违法所得，发还各被害人；\n";
        String sum = "二、扣押的人民币五百元为违法所得，予以追缴。\n";
        String goods = "二、扣押的手机一部系犯罪所得，予以追缴。\n";

        assertThat(unspecified(THEFT)).isFalse();
        assertThat(unspecified(THEFT.replace(RESTITUTION, order))).isTrue();
        assertThat(unspecified(THEFT.replace(RESTITUTION, rest))).isTrue();
        assertThat(unspecified(THEFT.replace(RESTITUTION, back))).isTrue();
        assertThat(unspecified(THEFT.replace(RESTITUTION, sum))).isFalse();
        assertThat(unspecified(THEFT.replace(RESTITUTION, goods))).isFalse();
    }

    private static boolean unspecified(String text) {
        return only(text, "judgment_exec").path("recovery_unspecified").asBoolean();
    }
}
