package cn.mingjian.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.engine.run.Template.Value;
import cn.mingjian.model.Words;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Type ROLE = Type.TEXT.labelled(
            Map.of("LEGAL_REP", new Words("法定代表人", "Legal representative"), "DIRECTOR", new Words("董事", "Director")));

    @Test
    void shouldSayEachCodeInTheLanguageWhenATextJoinsSeveral() {
        Value roles = new Value("DIRECTOR、LEGAL_REP", ROLE);

        Words title = Template.fill(new Words("任{roles}", "as {roles}"), name -> roles);

        assertThat(title).isEqualTo(new Words("任董事、法定代表人", "as Director, Legal representative"));
    }

    @Test
    void shouldSayAQuarterAndASingleOneAsALanguageDoes() {
        Map<String, Value> values =
                Map.of("quarter", new Value("2023Q1", Type.TEXT), "months", new Value(1L, Type.INTEGER));

        Words title = Template.fill(new Words("{quarter}共{months}个月", "{quarter}: {months} months"), values::get);

        assertThat(title).isEqualTo(new Words("2023年第1季度共1个月", "2023Q1: 1 month"));
    }

    @Test
    void shouldKeepTextWhenItHasNoLabel() {
        Value charges = new Value("诈骗罪、盗窃罪", ROLE);

        assertThat(Template.fill(new Words("{charges}", "{charges}"), name -> charges))
                .isEqualTo(new Words("诈骗罪、盗窃罪", "诈骗罪, 盗窃罪"));
    }

    @Test
    void shouldWriteTimesToTheMinuteAndAmountsWithTwoDecimals() {
        Map<String, Value> values = Map.of(
                "since", new Value(LocalDateTime.of(2024, 5, 18, 23, 10, 30), Type.TIME),
                "gap", new Value(new BigDecimal("6065.400000"), Type.decimal(18, 6)));

        assertThat(Template.fill(new Words("{since}起{gap}元", "{gap} since {since}"), values::get))
                .isEqualTo(new Words("2024-05-18 23:10起6065.40元", "6065.40 since 2024-05-18 23:10"));
    }
}
