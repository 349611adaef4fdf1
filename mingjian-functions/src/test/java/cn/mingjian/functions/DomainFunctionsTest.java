package cn.mingjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainFunctionsTest {
    private final List<DomainFunction> all = DomainFunctions.all(HolidayCalendar.NONE);

    @Test
    void shouldGiveEveryOverloadANameOfItsOwnWhenListed() {
        assertThat(all).extracting(DomainFunction::engineName).doesNotHaveDuplicates();
        assertThat(all).extracting(DomainFunction::engineName).allMatch(name -> name.matches("mj_[a-z_]+"));
    }

    @Test
    void shouldGiveNullWhenEveryArgumentIsNull() {
        for (DomainFunction function : all) {
            Object result = function.call(new Object[function.parameters().size()]);
            assertThat(result).as(function.toString()).isNull();
        }
    }
}
