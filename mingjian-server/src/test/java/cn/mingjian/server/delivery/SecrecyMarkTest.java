package cn.mingjian.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarkTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldRefuseTheMarkUnlessTheInstallationIsSetForIt(boolean classified) {
        Secrecy secrecy = new Secrecy(classified);

        assertThat(secrecy.refusesName("【机密】名单.xlsx")).isNotEqualTo(classified);
        assertThat(secrecy.refusesCells(List.of("秘密★长期"))).isNotEqualTo(classified);
        assertThat(secrecy.refusesHead("绝密★\n正文")).isNotEqualTo(classified);
        assertThat(secrecy.refusesName("名单.xlsx")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"【机密】名单.xlsx", "秘密★10年 通报.docx", "绝密.txt", "关于某事的通知（秘密）.doc"})
    void shouldSeeTheMarkInNames(String name) {
        assertThat(SecrecyMark.inName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"侵犯商业秘密案判决书.docx", "故意泄露国家秘密罪.txt", "保密承诺.xlsx"})
    void shouldNotTakeTheWordForTheMarkInNames(String name) {
        assertThat(SecrecyMark.inName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"机密★20年\n某某通知", "某院文件\n  秘 密  \n正文", "绝密★\n正文", "秘密 10年\n正文"})
    void shouldSeeTheMarkInTheHeadOfATextWhenItStandsAlone(String text) {
        assertThat(SecrecyMark.inHead(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"被告人犯侵犯商业秘密罪。", "被告人秘密窃取他人财物", "密级：无"})
    void shouldNotTakeTheWordForTheMarkInTexts(String text) {
        assertThat(SecrecyMark.inHead(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"秘密★长期", "机密"})
    void shouldSeeTheMarkInATitleRow(String cell) {
        assertThat(SecrecyMark.inCells(List.of(cell, "", ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"秘密", "机密"})
    void shouldNotTakeAValueAmongOthersForTheMark(String cell) {
        assertThat(SecrecyMark.inCells(List.of("张三", "窃取方式", cell))).isFalse();
    }
}
