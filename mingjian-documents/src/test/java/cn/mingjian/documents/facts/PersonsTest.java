package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsTest {

    @ParameterizedTest
    @CsvSource({
        "被告人钱某某在示例县盗窃。,钱某某",
        "被告人钱某甲在示例县盗窃。,钱某甲",
        "被告人钱XX在示例县盗窃。,钱XX",
        "被告人钱××在示例县盗窃。,钱××",
        "被告人钱某1在示例县盗窃。,钱某1",
        "被告人钱某芳在示例县盗窃。,钱某芳",
        "被告人木某某·某某某在示例县盗窃。,木某某·某某某",
        "被告人欧阳某某在示例县盗窃。,欧阳某某",
        "被告人钱示例在示例县盗窃。,钱示例",
        "被告人钱例伙同他人盗窃。,钱例",
        "被告人欧阳示在示例县盗窃。,欧阳示",
        "被告人外号“大头”，多次盗窃。,大头"
    })
    void shouldFindANameBehindATitle(String text, String name) {
        assertThat(Facts.of(text).words("suspect")).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"在示例市**路**号门口盗窃电动车一辆。", "在示例县某小区门口盗窃电动车一辆。", "民警查获被盗手机一部。", "经鉴定，被盗手机价值100元。"})
    void shouldTakeNoPlaceOrVerbForAName(String text) {
        Facts facts = Facts.of(text);

        assertThat(facts.words("suspect")).isEmpty();
        assertThat(facts.words("victim")).isEmpty();
    }

    @Test
    void shouldTellVictimsFromSuspectsByTitlesAndRows() {
        Facts facts = Facts.of("被告人钱某某、孙某某伙同李某甲（另案处理）窃得被害人赵某某、周某的手机二部。");

        assertThat(facts.words("suspect")).containsExactly("钱某某", "孙某某", "李某甲");
        assertThat(facts.words("victim")).containsExactly("赵某某", "周某");
    }

    @Test
    void shouldTellVictimsByWhatStandsAround() {
        Facts facts = Facts.of("被告人钱某某趁赵某某熟睡之际，将周某某放在桌上的手机盗走。钱某某将手机卖给郑某某。");

        assertThat(facts.words("victim")).containsExactly("赵某某", "周某某");
        assertThat(facts.words("suspect")).containsExactly("钱某某", "钱某某");
        assertThat(facts.words("person")).containsExactly("郑某某");
    }

    @Test
    void shouldKnowARoleInTheWholeDocument() {
        Facts facts = Facts.of("钱某某将赵某某约出。被告人钱某某窃得被害人赵某某现金500元。赵某某发现后报警。");

        assertThat(facts.words("suspect")).containsExactly("钱某某", "钱某某");
        assertThat(facts.words("victim")).containsExactly("赵某某", "赵某某", "赵某某");
    }

    @Test
    void shouldFindAWholeNameAgainWithoutATitle() {
        Facts facts = Facts.of("被告人钱示例窜至示例镇。后钱示例撬门进入室内盗窃。");

        assertThat(facts.words("suspect")).containsExactly("钱示例", "钱示例");
    }

    @Test
    void shouldNotTakeADrugIntoAName() {
        assertThat(Facts.of("被告人钱某卖给吸毒人员赵某甲基苯丙胺1克。").extraction().elements())
                .anySatisfy(element -> assertThat(element.value().asText()).isEqualTo("赵某"));
    }
}
