package cn.mingjian.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "［2016］７５４号|（2016）754号",
                "〔2016〕第1号|（2016）第1号",
                "(2016)ＡＢ1号|（2016）AB1号",
                "二○一六年|二〇一六年",
                "甲,乙:丙;|甲，乙：丙；",
                "20:25|20:25",
                "3,600元|3,600元",
                "买买提•某|买买提·某",
                "⼀⼆|一二"
            })
    void shouldReplaceACharacterByOne(String delivered, String normal) {
        LegalText text = LegalText.of(delivered);

        assertThat(text.text()).isEqualTo(normal);
        assertThat(text.delivered(text.text().length())).isEqualTo(delivered.length());
    }

    @Test
    void shouldLeaveOutWhatCannotBeSeenAndKnowWhereTheRestStood() {
        LegalText text = LegalText.of("\uFEFF被\u200B告\u202E人\r\n王\u0000示");

        assertThat(text.text()).isEqualTo("被告人\n王示");
        assertThat(text.delivered(0)).isEqualTo(1);
        assertThat(text.delivered(text.text().indexOf('告'))).isEqualTo(3);
        assertThat(text.delivered(text.text().indexOf('王'))).isEqualTo(8);
        assertThat(text.deliveredEnd(new Span(4, 6))).isEqualTo(11);
    }

    @Test
    void shouldCountCodePointsBeyondTheBasicPlane() {
        LegalText text = LegalText.of("\uD840\uDC0B某，男");

        assertThat(text.codePoints(text.text().indexOf('男'))).isEqualTo(3);
        assertThat(text.delivered(text.text().indexOf('男'))).isEqualTo(3);
        assertThat(text.codePoints(text.text().length())).isEqualTo(4);
    }

    @Test
    void shouldReadAsIfAStretchHadNeverStoodThere() {
        LegalText text = LegalText.of("甲乙丙丁戊").without(List.of(new Span(1, 2), new Span(3, 4)));

        assertThat(text.text()).isEqualTo("甲丙戊");
        assertThat(text.codePoints(2)).isEqualTo(2);
        assertThat(text.delivered(2)).isEqualTo(4);
        assertThat(text.deliveredEnd(new Span(0, 1))).isEqualTo(1);
    }

    @Test
    void shouldFindTheSentenceThatHoldsAPlace() {
        String text = "前一句。本句有字（注。）后一句";

        assertThat(Sentences.at(text, 6)).isEqualTo(new Span(4, 12));
        assertThat(text.substring(4, 12)).isEqualTo("本句有字（注。）");
    }
}
