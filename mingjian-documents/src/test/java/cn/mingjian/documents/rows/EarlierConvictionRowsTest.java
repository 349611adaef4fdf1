package cn.mingjian.documents.rows;

import static cn.mingjian.documents.Judgments.JOINT;
import static cn.mingjian.documents.Judgments.THEFT;
import static cn.mingjian.documents.Judgments.extract;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierConvictionRowsTest {

    private static final JudgmentRows ROWS = new JudgmentRows(Judgments.LIBRARY);

    private static List<ObjectNode> rows(String text) {
        return ROWS.rows(extract(text)).getOrDefault("earlier_conviction", List.of());
    }

    @Test
    void shouldMakeARowOfAnEarlierConviction() {
        assertThat(rows(THEFT)).hasSize(1);
        ObjectNode row = rows(THEFT).get(0);
        assertThat(row.path("source_text").asText()).contains("2019年9月1日刑满释放");
        assertThat(row.without("source_text").toString())
                .isEqualTo("{\"judgment_no\":\"(2023)示0101刑初12号\",\"defendant_no\":\"1\",\"told_no\":1,"
                        + "\"charge_code\":\"264\",\"charge_name\":\"盗窃罪\",\"main_type\":\"有期徒刑\",\"probation\":false,"
                        + "\"main_months\":6,\"sentenced_from\":\"2019-05-06\",\"sentenced_to\":\"2019-05-06\","
                        + "\"released_from\":\"2019-09-01\",\"released_to\":\"2019-09-01\","
                        + "\"recidivism_named\":true,\"drug_repeat_named\":false}");
    }

    @Test
    void shouldSayThatTheCourtDoesNotSpeakOfRecidivism() {
        String silent = THEFT.replace("系累犯，应当从重处罚；其", "酌情从重处罚；其").replace("第六十五条第一款、", "");
        String accusedOnly = silent.replace("王示系累犯", "王示是累犯");

        assertThat(rows(silent).get(0).path("recidivism_named").asBoolean(true)).isFalse();
        assertThat(rows(accusedOnly).get(0).path("recidivism_named").asBoolean(true))
                .isFalse();
    }

    @Test
    void shouldMakeARowOfEachChargeOfAConviction() {
        String two = THEFT.replace("因犯盗窃罪于2019年", "因犯贩卖毒品罪、非法持有毒品罪于2019年");

        assertThat(rows(two))
                .extracting(row ->
                        row.path("told_no").asInt() + row.path("charge_code").asText())
                .containsExactly("1347", "2348");
    }

    @Test
    void shouldNotTellASealedConviction() {
        String minor = THEFT.replace("1990年3月7日出生", "2001年9月1日出生");

        assertThat(minor).isNotEqualTo(THEFT);
        assertThat(rows(minor)).isEmpty();
        assertThat(rows(JOINT)).isEmpty();
    }
}
