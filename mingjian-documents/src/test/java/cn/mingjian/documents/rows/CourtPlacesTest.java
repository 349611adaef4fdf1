package cn.mingjian.documents.rows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.documents.Judgments;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CourtPlacesTest {

    private static final CourtPlaces COURTS = new CourtPlaces(Judgments.LIBRARY);
    private static final LocalDate DAY = LocalDate.of(2018, 6, 1);

    @Test
    void shouldFindTheDivisionOfACourt() {
        assertThat(COURTS.of("芜湖市镜湖区人民法院", DAY)).hasValue("340202");
        assertThat(COURTS.of("广西壮族自治区田东县人民法院", DAY)).hasValue("451022");
        assertThat(COURTS.of("浙江省嘉兴市中级人民法院", DAY)).hasValue("330400");
        assertThat(COURTS.of("广东省东莞市第二人民法院", DAY)).hasValue("441900");
        assertThat(COURTS.of("北京市第一中级人民法院", DAY)).hasValue("110000");
        assertThat(COURTS.of("安徽省高级人民法院", DAY)).hasValue("340000");
    }

    @Test
    void shouldSayNothingOfACourtThatIsNamedAfterNoDivision() {
        assertThat(COURTS.of("襄阳铁路运输法院", DAY)).isEmpty();
        assertThat(COURTS.of("新疆生产建设兵团芳草湖垦区人民法院", DAY)).isEmpty();
        assertThat(COURTS.of("鼓楼区人民法院", DAY)).isEmpty();
    }
}
