package cn.mingjian.model.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlaceNamesTest {

    private static final PlaceNames NAMES = new PlaceNames(RegionTree.load(Path.of("../library")));
    private static final LocalDate DAY = LocalDate.of(2018, 6, 1);

    @Test
    void shouldFindADivisionByItsNameAndAnyOfThoseAboveIt() {
        assertThat(NAMES.code("安徽省芜湖市镜湖区", DAY)).hasValue("340202");
        assertThat(NAMES.code("芜湖市镜湖区", DAY)).hasValue("340202");
        assertThat(NAMES.code("安徽省镜湖区", DAY)).hasValue("340202");
        assertThat(NAMES.code("镜湖区", DAY)).hasValue("340202");
        assertThat(NAMES.code("安徽省", DAY)).hasValue("340000");
        assertThat(NAMES.code("芜湖市", DAY)).hasValue("340200");
    }

    @Test
    void shouldSayNothingWhenSeveralHaveTheName() {
        assertThat(NAMES.code("鼓楼区", DAY)).isEmpty();
        assertThat(NAMES.code("南京市鼓楼区", DAY)).hasValue("320106");
        assertThat(NAMES.code("福建省福州市鼓楼区", DAY)).hasValue("350102");
    }

    @Test
    void shouldSayNothingWhenTheWordsAreNoDivisionOfTheDay() {
        assertThat(NAMES.code("武汉市镜湖区", DAY)).isEmpty();
        assertThat(NAMES.code("襄阳铁路运输", DAY)).isEmpty();
        assertThat(NAMES.code("", DAY)).isEmpty();
        assertThat(NAMES.code("四川省綦江区", DAY)).isEmpty();
    }

    @Test
    void shouldFollowTheDay() {
        assertThat(NAMES.code("福建省长乐市", LocalDate.of(2016, 1, 1))).hasValue("350182");
        assertThat(NAMES.code("福建省长乐市", LocalDate.of(2019, 1, 1))).isEmpty();
        assertThat(NAMES.code("福州市长乐区", LocalDate.of(2019, 1, 1))).hasValue("350112");
    }
}
