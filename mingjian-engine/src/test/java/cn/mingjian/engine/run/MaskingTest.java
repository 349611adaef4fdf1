package cn.mingjian.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Sensitivity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, 张三, 张***",
        "TEXT, 110101199003070011, 1101************11",
        "ID_NO, 110101199003070012, 1101************12",
        "TEXT, 110101199003070012, 1***",
        "TEXT, 2, 2",
        "TEXT, 12, 12",
        "TEXT, 123, 1***",
    })
    void shouldShowOfAPersonalTextOnlyWhatTellsRowsApart(ColumnType type, String value, String shown) {
        assertThat(Masking.ON.shown(value, Type.of(type), Sensitivity.PERSONAL)).isEqualTo(shown);
        assertThat(Masking.ON.shown(value, Type.of(type), Sensitivity.SENSITIVE))
                .isEqualTo("***");
        assertThat(Masking.OFF.shown(value, Type.of(type), Sensitivity.SENSITIVE))
                .isEqualTo(value);
    }
}
