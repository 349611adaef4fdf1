package cn.mingjian.documents.rows;

import static cn.mingjian.documents.Judgments.JOINT;
import static cn.mingjian.documents.Judgments.THEFT;
import static cn.mingjian.documents.Judgments.extract;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgmentRowsTest {

    private static final JudgmentRows ROWS = new JudgmentRows(Judgments.LIBRARY);

    private static ObjectNode only(String text, String contract) {
        List<ObjectNode> rows = ROWS.rows(extract(text)).getOrDefault(contract, List.of());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void shouldMakeARowOfTheJudgment() {
        assertThat(only(THEFT, "judgment").toString())
                .isEqualTo(
                        "{\"judgment_no\":\"(2023)示0101刑初12号\",\"pros_case_no\":\"示甲检刑诉〔2023〕9号\",\"instance\":\"一审\","
                                + "\"procedure\":\"简易\",\"judgment_date\":\"2023-05-26\",\"court_code\":\"示例省某市甲区人民法院\"}");
    }

    @Test
    void shouldMakeARowOfTheSentenceWithItsWords() {
        ObjectNode row = only(THEFT, "judgment_exec");

        assertThat(row.path("defendant_no").asText()).isEqualTo("1");
        assertThat(row.path("exec_type").asText()).isEqualTo("有期徒刑");
        assertThat(row.path("exec_months").asInt()).isEqualTo(9);
        assertThat(row.path("probation").asBoolean(true)).isFalse();
        assertThat(row.path("fine_total").asInt()).isEqualTo(5000);
        assertThat(row.path("confiscation_kind").asText()).isEqualTo("无");
        assertThat(row.path("restitution_amount").asInt()).isEqualTo(3600);
        assertThat(row.path("recovery_ordered").asBoolean()).isTrue();
        assertThat(row.path("read_whole").asBoolean()).isTrue();
        assertThat(row.path("source_text").asText()).isEqualTo("一、被告人王示犯盗窃罪，判处有期徒刑九个月，并处罚金人民币五千元。");
        assertThat(row.has("id_no")).isFalse();
        assertThat(row.has("depriv_months")).isFalse();
    }

    @Test
    void shouldLeaveOutALengthOfMonthsAndDays() {
        String text = THEFT.replace("判处有期徒刑九个月", "判处拘役一个月零十五天");

        assertThat(only(text, "judgment_exec").has("exec_months")).isFalse();
        assertThat(only(text, "judgment_charge").has("main_months")).isFalse();
    }

    @Test
    void shouldTellOfTheEarlierSentenceThatIsCombined() {
        String told = "判处有期徒刑九个月，与前罪所判有期徒刑一年并罚，决定执行有期徒刑一年六个月";
        String text = THEFT.replace("判处有期徒刑九个月", told);
        String revoked = THEFT.replace("一、被告人王示犯盗窃罪", "一、撤销示例省某市甲区人民法院（2022）示0101刑初3号刑事判决中对被告人王示宣告的缓刑。\n二、被告人王示犯盗窃罪");

        assertThat(only(THEFT, "judgment_exec").has("revoked_judgment_no")).isFalse();
        assertThat(only(text, "judgment_exec").path("revoked_judgment_no").asText())
                .isEqualTo("与前罪所判有期徒刑一年并罚");
        assertThat(only(revoked, "judgment_exec").path("revoked_judgment_no").asText())
                .isEqualTo("(2022)示0101刑初3号");
    }

    @Test
    void shouldNotTakeTheRuleOfCountingForDaysInCustody() {
        String text = THEFT.replace("羁押一日折抵刑期一日", "指定居所监视居住的，监视居住二日折抵刑期一日；羁押一日折抵刑期一日");

        assertThat(text).isNotEqualTo(THEFT);
        assertThat(only(text, "judgment_exec").has("custody_days")).isFalse();
    }

    @Test
    void shouldMakeRowsOfChargesByDefendant() {
        List<ObjectNode> rows = ROWS.rows(extract(JOINT)).getOrDefault("judgment_charge", List.of());

        assertThat(rows)
                .extracting(
                        row -> row.path("defendant_no").asText(),
                        row -> row.path("charge_code").asText(),
                        row -> row.path("main_months").asInt(),
                        row -> row.path("fine").asInt())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("1", "264", 24, 10000),
                        org.assertj.core.api.Assertions.tuple("1", "275", 8, 0),
                        org.assertj.core.api.Assertions.tuple("2", "312", 12, 5000));
    }

    @Test
    void shouldMakeRowsOfCircumstancesOfBothSides() {
        assertThat(ROWS.rows(extract(THEFT)).getOrDefault("circumstance", List.of()))
                .extracting(row -> row.path("doc_side").asText(), row -> row.path("circ_code")
                        .asText())
                .contains(
                        org.assertj.core.api.Assertions.tuple("判决", "RECID"),
                        org.assertj.core.api.Assertions.tuple("判决", "CONF"),
                        org.assertj.core.api.Assertions.tuple("起诉", "RECID"));
    }

    @Test
    void shouldMakeARowOfTheRecommendation() {
        ObjectNode row = only(THEFT, "sentence_rec");

        assertThat(row.path("rec_kind").asText()).isEqualTo("幅度刑");
        assertThat(row.path("main_type").asText()).isEqualTo("有期徒刑");
        assertThat(row.path("min_months").asInt()).isEqualTo(8);
        assertThat(row.path("max_months").asInt()).isEqualTo(12);
    }

    @Test
    void shouldKnowOnlyColumnsOfTheContracts() {
        Contracts contracts = new Contracts(List.of(Judgments.LIBRARY.resolve("contracts")));
        for (String text : List.of(THEFT, JOINT)) {
            for (Map.Entry<String, List<ObjectNode>> rows :
                    ROWS.rows(extract(text)).entrySet()) {
                Contract contract = contracts.find(rows.getKey()).orElseThrow();
                rows.getValue().forEach(row -> assertThat(row.fieldNames())
                        .toIterable()
                        .isSubsetOf(contract.columns().keySet()));
            }
        }
    }
}
