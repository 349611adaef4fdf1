package cn.mingjian.documents.judgment;

import static cn.mingjian.documents.Judgments.JOINT;
import static cn.mingjian.documents.Judgments.THEFT;
import static cn.mingjian.documents.Judgments.extract;
import static cn.mingjian.documents.Judgments.values;
import static cn.mingjian.documents.Judgments.words;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.element.Element;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.element.State;
import cn.mingjian.documents.part.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgmentExtractorTest {

    private static final String APPEAL = """
            示例省某市中级人民法院
            刑事判决书
            （2022）示01刑终5号
            原公诉机关示例省某市甲区人民检察院。
            上诉人（原审被告人）郑示，男，1980年4月5日出生，汉族。
            示例省某市甲区人民法院审理示例省某市甲区人民检察院指控原审被告人郑示犯盗窃罪一案，依照《中华人民共和国刑法》第二百六十四条、第五十二条之规定，判决如下：被告人郑示犯盗窃罪，判处有期徒刑八个月，并处罚金人民币三千元。宣判后，原审被告人郑示不服，提出上诉。现已审理终结。
            经二审审理查明的事实与一审相同。
            本院认为，上诉人郑示的行为已构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条、第七十二条、《中华人民共和国刑事诉讼法》第二百三十六条第一款第（二）项之规定，判决如下：
            一、撤销示例省某市甲区人民法院（2021）示0101刑初9号刑事判决；
            二、上诉人郑示犯盗窃罪，判处有期徒刑六个月，缓刑一年，并处罚金人民币三千元。
            本判决为终审判决。
            审判长孙示
            二〇二二年三月一日
            书记员周例
            """;

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
    void shouldNotTakeTheSentenceOfTheCourtBelowForTheCourtsOwn() {
        Extraction opening = extract(APPEAL.substring(0, APPEAL.indexOf("本院认为，上诉人")));

        assertThat(values(opening, "instance", 0)).containsExactly("second");
        assertThat(values(opening, "months", 1)).isEmpty();
        assertThat(values(opening, "charge_found", 1)).isEmpty();
        assertThat(opening.of("cited_article", 0)).noneMatch(Element::known);
    }

    @Test
    void shouldReadTheAppealCourtsOwnSentenceAndLeaveArticlesCitedBelowUnsure() {
        Extraction appeal = extract(APPEAL);

        assertThat(values(appeal, "months", 1)).containsExactly("6");
        assertThat(values(appeal, "probation_months", 1)).containsExactly("12");
        assertThat(appeal.of("cited_article", 0).stream()
                        .filter(Element::known)
                        .map(one -> one.value().path("article").asText()))
                .containsExactly("264", "72", "236");
        assertThat(appeal.of("cited_article", 0).stream()
                        .filter(one -> one.state() == State.UNSURE)
                        .map(one -> one.value().path("article").asText()))
                .containsExactly("264", "52");
    }

    @Test
    void shouldReadTheSentenceOfASingleDefendantHoweverTheNameIsWrittenThere() {
        Extraction slip = extract(THEFT.replace("一、被告人王示犯", "一、被告人王某犯"));

        assertThat(values(slip, "months", 1)).containsExactly("9");
        assertThat(values(slip, "charge_found", 1)).containsExactly("盗窃罪");
    }

    @Test
    void shouldTakeWhatThePartyTellsWithoutPartiesOnlyForNames() {
        Extraction opening = extract("示例省某市人民法院刑事判决书（2023）示01刑初1号：" + "示例省某市人民检察院指控被告人王示犯盗窃罪，向本院提起公诉。被告人李例已经着手实行犯罪。");

        assertThat(values(opening, "name", 1)).containsExactly("王示");
        assertThat(opening.defendants()).isEqualTo(1);
        assertThat(values(opening, "court", 0)).containsExactly("示例省某市人民法院");
    }

    @Test
    void shouldSayThatTheSearchEndedInADocumentThatNobodyWrote() {
        Extraction endless = extract(THEFT.replace("现羁押于", "2023年2月3日被刑事拘留。".repeat(6_000) + "现羁押于"));

        assertThat(endless.of("detention_date", 1))
                .hasSize(Element.MOST_OF_A_RULE)
                .filteredOn(one -> one.state() == State.UNSURE)
                .containsExactly(endless.of("detention_date", 1).get(Element.MOST_OF_A_RULE - 1));
    }

    @Test
    void shouldFindNothingWhereNothingIsSaid() {
        assertThat(extract("").elements()).isEmpty();
        assertThat(extract("这不是一份判决书。").elements()).isEmpty();
    }
}
