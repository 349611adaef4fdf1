package cn.mingjian.documents.judgment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import cn.mingjian.documents.element.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActPeriodsTest {

    private static final String FINDINGS = "经审理查明，2020年10月至12月，被告人周示多次盗窃。";
    private static final String ACCUSED = "公诉机关指控：2020年9月，被告人周示、吴例多次盗窃。 ";

    /** The times of the act of a defendant, in a judgment on 周示 and 吴例 with other findings. */
    private static List<String> acts(int defendant, String told) {
        assertThat(Judgments.JOINT).contains(FINDINGS);
        return Judgments.extract(Judgments.JOINT.replace(FINDINGS, told)).of("act_period", defendant).stream()
                .filter(Element::known)
                .map(element -> element.value().path("from").asText() + ".."
                        + element.value().path("to").asText())
                .toList();
    }

    @Test
    void shouldTakeATimeBehindWhichADeedIsToldInTheNextSentence() {
        String told = "经审理查明，2020年10月3日20时许，被告人周示与郑某吃饭时发生口角。后周示用木棍将郑某打倒。";

        assertThat(acts(1, told)).containsExactly("2020-10-03..2020-10-03");
    }

    @Test
    void shouldPassOverTheTimeOfWhatLedUpToTheActAndTheDayOfBirthOfAVictim() {
        String told = "经审理查明，2020年3月份，被告人周示经人介绍结识郑某（2004年5月6日出生），后于2020年7、8月期间二次强奸郑某。";

        assertThat(acts(1, told)).containsExactly("2020-07-01..2020-08-31");
    }

    @Test
    void shouldReadADayByTheOneBefore() {
        String told = "经审理查明，2020年10月31日晚，被告人周示与郑某（2004年5月6日出生）唱歌。次日凌晨，周示强奸郑某。";

        assertThat(acts(1, told)).containsExactly("2020-11-01..2020-11-01");
    }

    @Test
    void shouldPassOverArrestAndWhatIsFoundBesides() {
        String told = "经审理查明，2020年10月3日，被告人周示盗窃手机一部。2020年12月1日，被告人周示因盗窃被抓获。" + "另查明，2012年5月7日，被告人周示因犯抢劫罪被判处有期徒刑二年。";

        assertThat(acts(1, told)).containsExactly("2020-10-03..2020-10-03");
    }

    @Test
    void shouldGiveATimeToThoseWhoActedTogetherAndToNobodyElse() {
        String told = "经审理查明，2020年10月3日，被告人周示伙同吴例盗窃。被告人吴例又于2020年11月5日盗窃，所得交给周示。";

        assertThat(acts(1, told)).containsExactly("2020-10-03..2020-10-03");
        assertThat(acts(2, told)).containsExactly("2020-10-03..2020-10-03", "2020-11-05..2020-11-05");
    }

    @Test
    void shouldTakeWhatTheProsecutionToldOnlyForWhomTheCourtTellsNoTime() {
        String told = ACCUSED + "经审理查明，2020年10月至12月，被告人周示多次盗窃。";

        assertThat(acts(1, told)).containsExactly("2020-10-01..2020-12-31");
        assertThat(acts(2, told)).containsExactly("2020-09-01..2020-09-30");
    }

    @Test
    void shouldTellTheSameTimeOnce() {
        String told = "经审理查明，2020年10月3日，被告人周示盗窃。2020年10月3日，被告人周示又抢劫。";

        assertThat(acts(1, told)).containsExactly("2020-10-03..2020-10-03");
    }
}
