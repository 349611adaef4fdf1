package cn.mingjian.documents.judgment;

import static cn.mingjian.documents.Judgments.JOINT;
import static cn.mingjian.documents.Judgments.THEFT;
import static cn.mingjian.documents.Judgments.extract;
import static cn.mingjian.documents.Judgments.values;
import static cn.mingjian.documents.Judgments.words;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.part.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgmentExtractorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "court|0|示例省某市甲区人民法院",
                "case_number|0|(2023)示0101刑初12号",
                "instance|0|first",
                "procedure|0|summary",
                "procuratorate|0|示例省某市甲区人民检察院",
                "indictment_number|0|示甲检刑诉〔2023〕9号",
                "indictment_date|0|2023-04-10",
                "judgment_date|0|2023-05-26",
                "judge|0|钱示",
                "clerk|0|孙例",
                "name|1|王示",
                "sex|1|M",
                "birth_date|1|1990-03-07",
                "detention_date|1|2023-02-03",
                "arrest_date|1|2023-03-02",
                "charge_accused|1|盗窃罪",
                "charge_found|1|盗窃罪",
                "amount_found|1|3600",
                "main_penalty|1|fixed-term",
                "months|1|9",
                "fine_yuan|1|5000",
                "term_start|1|2023-02-03",
                "term_end|1|2023-11-02",
                "restitution|1|3600",
                "read_whole|1|true",
                "circumstance_accused|1|recidivism"
            })
    void shouldFindAnElementOfAJudgmentByLines(String element, int defendant, String value) {
        assertThat(values(extract(THEFT), element, defendant)).containsExactly(value);
    }

    @Test
    void shouldTellWhatTheCourtAcceptsFromWhatItRefuses() {
        Extraction theft = extract(THEFT);

        assertThat(values(theft, "circumstance_found", 1))
                .containsExactly("recidivism", "confession", "returned", "forgiveness");
        assertThat(words(theft, "circumstance_found", 1).get(1)).isEqualTo("如实供述自己的罪行");
    }

    @Test
    void shouldReadTheRecommendationAndTheCounsel() {
        Extraction theft = extract(THEFT);

        assertThat(values(theft, "sentencing_recommendation", 1))
                .containsExactly("{\"min_months\":8,\"max_months\":12}");
        assertThat(words(theft, "defence_counsel", 1)).containsExactly("李例", "赵某");
        assertThat(words(theft, "earlier_conviction", 1))
                .containsExactly("因犯盗窃罪于2019年5月6日被某市甲区人民法院判处有期徒刑六个月，并处罚金人民币二千元，2019年9月1日刑满释放");
    }

    @Test
    void shouldLeaveWhatTheTextDoesNotSay() {
        Extraction theft = extract(THEFT);

        assertThat(values(theft, "probation_months", 1)).isEmpty();
        assertThat(values(theft, "bail_date", 1)).isEmpty();
        assertThat(values(theft, "recovery", 1)).isEmpty();
        assertThat(values(theft, "deprivation_months", 1)).isEmpty();
    }

    @Test
    void shouldCutADocumentIntoItsParts() {
        assertThat(extract(THEFT).parts().stream().map(Stretch::name))
                .containsExactly(
                        "head",
                        "parties",
                        "procedure",
                        "accusation",
                        "defence",
                        "findings",
                        "reasoning",
                        "judgment",
                        "tail",
                        "annex");
    }

    @Test
    void shouldKeepSeveralDefendantsApart() {
        Extraction joint = extract(JOINT);

        assertThat(joint.defendants()).isEqualTo(2);
        assertThat(values(joint, "charge_accused", 1)).containsExactly("盗窃罪", "故意毁坏财物罪");
        assertThat(values(joint, "charge_accused", 2)).containsExactly("掩饰、隐瞒犯罪所得罪");
        assertThat(values(joint, "charge_found", 1)).containsExactly("盗窃罪", "故意毁坏财物罪");
        assertThat(values(joint, "charge_found", 2)).containsExactly("掩饰、隐瞒犯罪所得罪");
        assertThat(values(joint, "months", 1)).containsExactly("27");
        assertThat(values(joint, "months", 2)).containsExactly("12");
        assertThat(values(joint, "probation_months", 1)).isEmpty();
        assertThat(values(joint, "probation_months", 2)).containsExactly("18");
        assertThat(values(joint, "fine_yuan", 1)).containsExactly("10000");
        assertThat(values(joint, "fine_yuan", 2)).containsExactly("5000");
        assertThat(values(joint, "term_start", 1)).containsExactly("2020-12-31");
        assertThat(values(joint, "term_start", 2)).isEmpty();
        assertThat(values(joint, "recovery", 1)).containsExactly("12000");
        assertThat(values(joint, "recovery", 2)).isEmpty();
    }

    @Test
    void shouldGiveThePenaltyOfEachCharge() {
        Extraction joint = extract(JOINT);

        assertThat(values(joint, "charge_penalty", 1))
                .containsExactly(
                        "{\"charge\":\"盗窃罪\",\"kind\":\"有期徒刑\",\"months\":24,\"fine_yuan\":10000}",
                        "{\"charge\":\"故意毁坏财物罪\",\"kind\":\"有期徒刑\",\"months\":8}");
        assertThat(values(joint, "charge_penalty", 2)).isEmpty();
    }

    @Test
    void shouldSayOfWhomASentenceSpeaks() {
        Extraction joint = extract(JOINT);

        assertThat(values(joint, "circumstance_found", 1)).containsExactly("surrender", "plea");
        assertThat(values(joint, "circumstance_found", 2)).containsExactly("plea", "returned", "admission");
        assertThat(words(joint, "circumstance_found", 1).get(0)).isEqualTo("自动投案，如实供述自己的罪行，系自首");
    }

    @Test
    void shouldResolveDaysByThoseBeforeThem() {
        Extraction joint = extract(JOINT);

        assertThat(values(joint, "detention_date", 1)).containsExactly("2020-12-31");
        assertThat(words(joint, "detention_date", 1)).containsExactly("次日");
        assertThat(values(joint, "arrest_date", 1)).containsExactly("2021-01-28");
        assertThat(values(joint, "bail_date", 2)).containsExactly("2021-01-05");
        assertThat(values(joint, "birth_date", 2)).containsExactly("1992-02-29");
        assertThat(values(joint, "procedure", 0)).containsExactly("ordinary");
    }

    @Test
    void shouldFindNothingWhereNothingIsSaid() {
        assertThat(extract("").elements()).isEmpty();
        assertThat(extract("这不是一份判决书。").elements()).isEmpty();
    }
}
