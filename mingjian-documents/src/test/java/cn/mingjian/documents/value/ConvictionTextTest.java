package cn.mingjian.documents.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConvictionTextTest {

    private static Optional<PeriodText> day(LocalDate day) {
        return Optional.of(new PeriodText(day, Optional.of(day)));
    }

    @Test
    void shouldReadChargeDayPenaltyAndRelease() {
        ConvictionText told = ConvictionText.of("2015年3月18日因犯贩卖毒品罪被示例市人民法院判处有期徒刑二年，并处罚金人民币3000元，2016年8月4日刑满释放");

        assertThat(told.charges()).containsExactly("贩卖毒品罪");
        assertThat(told.sentenced()).isEqualTo(day(LocalDate.of(2015, 3, 18)));
        assertThat(told.kind()).hasValue("有期徒刑");
        assertThat(told.months()).hasValue(24);
        assertThat(told.probation()).isFalse();
        assertThat(told.released()).isEqualTo(day(LocalDate.of(2016, 8, 4)));
    }

    @Test
    void shouldTellChargesInARowFromOneChargeOfSeveralWords() {
        assertThat(ConvictionText.of("曾因犯贩卖毒品罪、非法持有毒品罪，于2014年3月4日被本院判处有期徒刑一年七个月")
                        .charges())
                .containsExactly("贩卖毒品罪", "非法持有毒品罪");
        assertThat(ConvictionText.of("2012年12月17日因犯掩饰、隐瞒犯罪所得罪被判处拘役二个月").charges())
                .containsExactly("掩饰、隐瞒犯罪所得罪");
    }

    @Test
    void shouldKeepAMonthAsAllItsDays() {
        assertThat(ConvictionText.of("2009年12月因犯贩卖毒品罪被判处有期徒刑一年").sentenced())
                .hasValue(new PeriodText(LocalDate.of(2009, 12, 1), Optional.of(LocalDate.of(2009, 12, 31))));
    }

    @Test
    void shouldTellProbationAndNoRelease() {
        ConvictionText told = ConvictionText.of("因犯开设赌场罪，于2016年3月22日被判处有期徒刑一年，缓刑二年，并处罚金人民币二万元");

        assertThat(told.probation()).isTrue();
        assertThat(told.released()).isEmpty();
    }

    @Test
    void shouldNotTakeParoleForTheEndOfTheSentence() {
        assertThat(ConvictionText.of("因犯抢劫罪于2005年1月4日被判处有期徒刑四年，2008年4月29日假释出狱").released())
                .isEmpty();
    }

    @Test
    void shouldReadWhatIsToBeExecutedOfSeveralSentences() {
        assertThat(ConvictionText.of("因犯盗窃罪、诈骗罪于2015年1月4日被判处有期徒刑一年、有期徒刑二年，决定执行有期徒刑二年六个月")
                        .months())
                .hasValue(30);
    }

    @Test
    void shouldReadNothingWhereNothingIsSaid() {
        ConvictionText told = ConvictionText.of("曾因故意犯罪被判刑");

        assertThat(told.charges()).isEmpty();
        assertThat(told.sentenced()).isEmpty();
        assertThat(told.kind()).isEmpty();
        assertThat(told.months()).isEmpty();
    }
}
