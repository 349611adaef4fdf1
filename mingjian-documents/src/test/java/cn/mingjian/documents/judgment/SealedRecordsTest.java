package cn.mingjian.documents.judgment;

import static cn.mingjian.documents.Judgments.THEFT;
import static cn.mingjian.documents.Judgments.extract;
import static cn.mingjian.documents.Judgments.values;
import static cn.mingjian.documents.Judgments.words;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import cn.mingjian.documents.element.Extraction;
import cn.mingjian.documents.output.ExtractionJson;
import cn.mingjian.documents.template.TemplateReader;
import org.junit.jupiter.api.Test;

class SealedRecordsTest {

    private static final String BORN_1990 = "1990年3月7日出生于";

    /** The judgment of {@link Judgments#THEFT} of somebody born on another day. */
    private static Extraction bornIn(String birth) {
        return extract(THEFT.replace(BORN_1990, birth + "出生于"));
    }

    private static String line(Extraction extraction) {
        return new ExtractionJson(TemplateReader.load(Judgments.LIBRARY, JudgmentExtractor.TYPE)).line(extraction);
    }

    @Test
    void shouldNeverWriteAConvictionUnderEighteenNorWhatRestsOnIt() {
        Extraction sealed = bornIn("2002年3月7日");

        assertThat(values(sealed, "earlier_conviction", 1)).isEmpty();
        assertThat(values(sealed, "circumstance_found", 1)).doesNotContain("recidivism", "prior_record");
        assertThat(line(sealed))
                .doesNotContain("2019年5月6日")
                .doesNotContain("2019年9月1日")
                .doesNotContain("刑满释放")
                .doesNotContain("累犯")
                .contains("2023-02-03");
    }

    @Test
    void shouldLeaveNoGap() {
        Extraction sealed = bornIn("2002年3月7日");
        String text = sealed.text().text();

        assertThat(text).contains("住示例省某市甲区。因涉嫌犯盗窃罪于2023年2月3日");
        assertThat(text).doesNotContain("。。").doesNotContain("，，");
        assertThat(sealed.elements()).noneMatch(element -> element.rule().contains("sealed"));
        assertThat(line(sealed)).doesNotContain("封存");
    }

    @Test
    void shouldSealAConvictionAtEighteenBecauseItsActMayLieBefore() {
        assertThat(values(bornIn("2001年3月7日"), "earlier_conviction", 1)).isEmpty();
    }

    @Test
    void shouldWriteAConvictionOfAnAdult() {
        assertThat(words(bornIn("2000年3月7日"), "earlier_conviction", 1)).hasSize(1);
        assertThat(values(bornIn("2000年3月7日"), "circumstance_found", 1)).contains("recidivism");
    }

    @Test
    void shouldSealWhatSaysSoItself() {
        Extraction extraction = extract(THEFT.replace("因犯盗窃罪于2019年5月6日", "因未满十八周岁时犯盗窃罪于2019年5月6日"));

        assertThat(values(extraction, "earlier_conviction", 1)).isEmpty();
    }

    @Test
    void shouldSealMeasuresToo() {
        Extraction extraction = extract(THEFT.replace(BORN_1990, "2003年8月1日出生于")
                .replace("因犯盗窃罪于2019年5月6日被某市甲区人民法院判处有期徒刑六个月，并处罚金人民币二千元，2019年9月1日刑满释放", "因殴打他人于2019年5月6日被行政拘留五日"));

        assertThat(line(extraction)).doesNotContain("2019年5月6日").doesNotContain("行政拘留");
    }

    @Test
    void shouldKeepOtherRecordsAndTheirPlaces() {
        Extraction extraction = extract(THEFT.replace(BORN_1990, "2002年3月7日出生于")
                .replace("2019年9月1日刑满释放。", "2019年9月1日刑满释放；因犯诈骗罪于2022年4月4日被某市甲区人民法院判处拘役三个月。"));

        assertThat(words(extraction, "earlier_conviction", 1)).containsExactly("因犯诈骗罪于2022年4月4日被某市甲区人民法院判处拘役三个月");
        extraction.elements().forEach(element -> element.span()
                .ifPresent(span -> assertThat(extraction.text().words(span)).isNotBlank()));
    }
}
