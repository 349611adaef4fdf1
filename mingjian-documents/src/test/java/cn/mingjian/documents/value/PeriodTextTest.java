package cn.mingjian.documents.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTextTest {

    private static String read(String words) {
        return PeriodText.parse(words)
                .map(period ->
                        period.from() + ".." + period.to().map(Object::toString).orElse(""))
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "2017年5月9日, 2017-05-09..2017-05-09",
        "二〇一七年五月九日, 2017-05-09..2017-05-09",
        "2017年12月份, 2017-12-01..2017-12-31",
        "2013年3月中旬, 2013-03-01..2013-03-31",
        "2017年3、4月, 2017-03-01..2017-04-30",
        "2018年4月1日至6日, 2018-04-01..2018-04-06",
        "2015年3月至4月, 2015-03-01..2015-04-30",
        "2012年7月至2014年9月20日, 2012-07-01..2014-09-20",
        "2013年10月底至12月1日, 2013-10-01..2013-12-01",
        "2014年5、6月至2016年12月27日, 2014-05-01..2016-12-27",
    })
    void shouldReadTheFirstAndTheLastDayThatTheWordsCanMean(String words, String days) {
        assertThat(read(words)).isEqualTo(days);
    }

    @Test
    void shouldLeaveTheEndOpenWhereTheWordsDo() {
        assertThat(read("2017年4月以来")).isEqualTo("2017-04-01..");
        assertThat(read("2018年5月8日起")).isEqualTo("2018-05-08..");
        assertThat(read("2013年5月至")).isEqualTo("2013-05-01..");
    }

    @Test
    void shouldReadNothingWhereOnlyTheYearIsTold() {
        assertThat(read("2013年至2015年")).isEqualTo("none");
        assertThat(read("2012年初")).isEqualTo("none");
    }

    @Test
    void shouldReadNothingWhereTheDaysCannotBe() {
        assertThat(read("2017年2月30日")).isEqualTo("none");
        assertThat(read("2017年13月")).isEqualTo("none");
        assertThat(read("2017年5月9日至3日")).isEqualTo("none");
    }
}
