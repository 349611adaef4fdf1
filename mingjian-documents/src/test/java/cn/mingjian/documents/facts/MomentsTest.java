package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019年3月5日",
                "2019年3月5日凌晨2时许",
                "2019年3月5日至4月7日期间",
                "2019年3月份的一天晚上",
                "2019年3月上旬",
                "2019年3月5日22时至3月6日8时20分期间",
                "2018年5、6月间",
                "二〇一九年三月五日上午",
                "当晚19时许",
                "3月5日下午"
            })
    void shouldFindTheWholeTime(String time) {
        assertThat(Facts.of("被告人钱某某于" + time + "，在示例县盗窃手机一部。").words("time")).containsExactly(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"被告人钱某某在示例路8号盗窃手机一部。", "盗窃赵某某（男，1980年5月6日出生）手机一部。", "窜至示例镇**号楼盗窃。"})
    void shouldTakeNoHouseNumberOrBirthdayForATime(String text) {
        assertThat(Facts.of(text).words("time")).isEmpty();
    }

    @Test
    void shouldTellTheOffenceFromItsInvestigation() {
        Facts facts = Facts.of("2019年3月5日，被告人钱某某盗窃手机一部。2019年3月9日，民警将钱某某抓获。同年4月1日，经鉴定，手机价值100元。");

        assertThat(facts.words("time")).containsExactly("2019年3月5日");
        assertThat(facts.values("procedure_time")).containsExactly("2019-03-09", "2019-04-01");
    }
}
