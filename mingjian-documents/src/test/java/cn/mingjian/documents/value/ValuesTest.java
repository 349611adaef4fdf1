package cn.mingjian.documents.value;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.text.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "五千元|5000",
                "人民币1.2万元|12000",
                "3,600余元|3600",
                "20，000元|20000",
                "二十万九千五百元|209500",
                "1万2千元|12000",
                "一万二千三百四十五元六角七分|12345.67",
                "280000元|280000",
                "十元|10",
                "3.5亿元|350000000",
                "五十余万元|500000"
            })
    void shouldReadASum(String written, BigDecimal yuan) {
        assertThat(MoneyText.yuan(written))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(yuan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "元", "若干元", "三千美元", "1.2.3元", "12,34元", "五千"})
    void shouldNotGuessASum(String written) {
        assertThat(MoneyText.yuan(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "六个月, 6",
        "一年三个月, 15",
        "十年零二个月, 122",
        "一年又六个月, 18",
        "一年半, 18",
        "1年6个月, 18",
        "二个月十五日, 2",
        "三年, 36",
        "十五年, 180",
        "一年六月, 18"
    })
    void shouldReadALength(String written, int months) {
        assertThat(LengthText.months(written)).contains(months);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "若干年", "十五日", "年", "二〇一六年十月二十一日之后"})
    void shouldNotGuessALength(String written) {
        assertThat(LengthText.months(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2016年7月24日, 2016-07-24",
        "二〇一六年十月二十一日, 2016-10-21",
        "二〇一七年十二月三十一日, 2017-12-31",
        "201O年6月1日, 2010-06-01",
        "2000年2月29日, 2000-02-29"
    })
    void shouldReadADay(String written, LocalDate day) {
        assertThat(DayText.parse(written)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年2月29日", "2016年13月1日", "二〇一六年十月", "同年8月25日", "8月25日", ""})
    void shouldNotGuessADay(String written) {
        assertThat(DayText.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016年7月24日被拘留，|同年8月25日|2016-08-25",
                "2017年12月31日被抓获，|次日|2018-01-01",
                "2017年9月19日被羁押，|同日|2017-09-19",
                "2017年6月16日被拘留，|同月29日|2017-06-29",
                "2017年1月18日被拘留，|4月19日|2017-04-19",
                "2017年12月30日被拘留，|次年1月2日|2018-01-02",
                "2016年10月20日被抓获，行政拘留十五日，|次日|2016-10-21",
                "2015年1月因吸毒被处罚，|同年3月4日|2015-03-04"
            })
    void shouldResolveADayByThoseBefore(String before, String words, LocalDate day) {
        Span span = new Span(before.length(), before.length() + words.length());

        assertThat(DayText.at(before + words + "被逮捕", 0, span)).contains(day);
    }

    @Test
    void shouldNotResolveADayFromBeforeTheStretch() {
        String text = "2016年7月24日被拘留。同年8月25日被逮捕";

        assertThat(DayText.at(text, 14, new Span(14, 21))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "有期徒刑六个月至一年|{\"min_months\":6,\"max_months\":12}",
                "一年以下有期徒刑或者拘役，并处罚金|{\"max_months\":12}",
                "一年四个月以上二年二个月以下有期徒刑并处罚金|{\"min_months\":16,\"max_months\":26}",
                "拘役五个月，并处罚金人民币二千元至三千元|{\"min_months\":5,\"max_months\":5,\"fine_min\":2000,\"fine_max\":3000}",
                "有期徒刑三年，缓刑四年|{\"min_months\":36,\"max_months\":36,\"probation\":true}"
            })
    void shouldReadARecommendation(String written, String value) {
        assertThat(PenaltyRange.parse(written).map(Object::toString)).contains(value);
    }
}
