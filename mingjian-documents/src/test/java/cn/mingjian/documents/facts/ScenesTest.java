package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenesTest {

    @ParameterizedTest
    @CsvSource({
        "被告人钱某某窜至示例县示例镇示例村1组，盗窃手机一部。,示例县示例镇示例村1组",
        "被告人钱某某在示例市示例路8号门口盗窃手机一部。,示例市示例路8号门口",
        "被告人钱某某来到示例市示例区被害人赵某某的住处，盗走手机一部。,示例市示例区被害人赵某某的住处"
    })
    void shouldFindWhereItHappened(String text, String place) {
        assertThat(Facts.of(text).words("place")).containsExactly(place);
    }

    @Test
    void shouldKeepTheScenesOfARowApart() {
        assertThat(Facts.of("先后在示例市示例区、示例市例山区等地盗窃。").words("place")).containsExactly("示例市示例区", "示例市例山区");
    }

    @Test
    void shouldFindTheHomeOfAPerson() {
        assertThat(Facts.of("窃得被害人赵某某家中现金800元。").words("place")).containsExactly("赵某某家中");
    }

    @Test
    void shouldTakeNoPlaceOfAnArrestForAScene() {
        assertThat(Facts.of("2019年3月9日，民警在示例市示例路8号将钱某某抓获。").words("place")).isEmpty();
    }

    @Test
    void shouldFindOffices() {
        Facts facts = Facts.of("经示例县价格认证中心鉴定，被盗手机价值100元。案发后，公安机关将手机发还。");

        assertThat(facts.words("organisation")).containsExactly("示例县价格认证中心", "公安机关");
    }
}
