package cn.mingjian.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingsTest {

    @ParameterizedTest
    @CsvSource({
        "窃得白色示例牌电动车1辆。,白色示例牌电动车1辆",
        "将停放在路边的一辆红色电动自行车盗走。,一辆红色电动自行车",
        "经鉴定，被盗手机价值100元。,被盗手机",
        "经鉴定，该电动车价值100元。,电动车",
        "盗走被害人赵某某的金项链一条。,赵某某的金项链一条",
        "窃得价值200元的金戒指一枚。,金戒指一枚"
    })
    void shouldFindGoodsWithTheirNumber(String text, String goods) {
        assertThat(Facts.of(text).words("goods")).containsExactly(goods);
    }

    @Test
    void shouldKeepTheThingsOfARowApart() {
        assertThat(Facts.of("窃得手机一部、香烟2条及现金300元。").words("goods")).containsExactly("手机一部", "香烟2条");
    }

    @Test
    void shouldTakeNoVehicleInUseForGoods() {
        Facts facts = Facts.of("被告人钱某某驾驶摩托车窜至示例县示例镇，用螺丝刀撬开车门，盗走手机一部。");

        assertThat(facts.words("goods")).containsExactly("手机一部");
        assertThat(facts.words("tool")).containsExactly("摩托车", "螺丝刀");
    }

    @Test
    void shouldFindARowOfTools() {
        assertThat(Facts.of("钱某某携带剪刀、钳子等工具进入店内。").words("tool")).containsExactly("剪刀", "钳子");
    }
}
