package cn.mingjian.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.intake.form.CellText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "=1", "+1+cmd", "-2+3", "@SUM(1)", "@1", "\t=1", "\r=1", "\n=1", "＝1+1", "＋cmd", "－1－1", "＠SUM",
                "-", "-1\n=2"
            })
    void shouldSetApartWhenASpreadsheetWouldRunIt(String text) {
        assertThat(CellText.plain(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-12.50", "+86", "－3", "-1,200.00", "某某公司", "1=1", "a@b", "（＝1）", " =1"})
    void shouldStayAsItIsWhenItIsANumberOrAnOrdinaryText(String text) {
        assertThat(CellText.plain(text)).isEqualTo(text);
    }
}
