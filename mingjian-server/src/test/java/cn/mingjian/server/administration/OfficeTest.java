package cn.mingjian.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import cn.mingjian.server.testing.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OfficeTest {

    private static final String OFFICES = "/api/v1/administration/offices";

    private final TestServer server = TestServer.get();
    private final Tree tree = Tree.of(Role.SYSTEM_ADMIN);
    private final Person administrator = tree.administrator(tree.own());

    private Answer add(int parent, String name, String region) {
        return administrator.post(OFFICES, Map.of("parent", parent, "name", name, "region", region));
    }

    private void serve(Place place, String region) {
        server.act(() -> server.part(JdbcClient.class)
                .sql("update office set region = ? where id = ?")
                .params(region, place.office())
                .update());
    }

    @Test
    void shouldShowTheTreeFromTheOwnOfficeDown() {
        String tree = administrator.get(OFFICES).text();

        assertThat(ids(tree))
                .containsExactly(this.tree.own().office(), this.tree.lower().office());
    }

    private static int[] ids(String list) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(list)
                .valueStream()
                .mapToInt(office -> office.at("/id").asInt())
                .toArray();
    }

    @Test
    void shouldAddAnOfficeBelowForADivisionWithinTheOneAbove() {
        serve(tree.own(), "340200");

        Answer added = add(tree.own().office(), "鸠江区人民检察院", "340207");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().at("/office/level").asString()).isEqualTo("COUNTY");
        assertThat(add(tree.own().office(), "鸠江区人民检察院", "340207").problem()).isEqualTo("server.office-there");
        assertThat(add(tree.own().office(), "合肥市某区人民检察院", "340104").problem()).isEqualTo("server.region-not-below");
        assertThat(add(tree.own().office(), "又一个院", "340200").problem()).isEqualTo("server.region-not-below");
    }

    @Test
    void shouldRefuseOfficesThatAreNotKept() {
        for (Place other : new Place[] {tree.upper(), tree.sister()}) {
            assertThat(add(other.office(), "某院", "340207").status()).isEqualTo(404);
            String path = OFFICES + "/" + other.office();
            assertThat(administrator.get(path).status()).isEqualTo(404);
            assertThat(administrator.put(path + "/name", Map.of("name", "改名")).status())
                    .isEqualTo(404);
            assertThat(administrator
                            .put(path + "/closed", Map.of("closed", true))
                            .status())
                    .isEqualTo(404);
            assertThat(administrator
                            .post(path + "/departments", Map.of("kind", "cases"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void shouldRenameAndClose() {
        String path = OFFICES + "/" + tree.lower().office();

        assertThat(administrator
                        .put(path + "/name", Map.of("name", " 新名称人民检察院 "))
                        .json()
                        .at("/office/name")
                        .asString())
                .isEqualTo("新名称人民检察院");
        assertThat(administrator.put(path + "/name", Map.of("name", "一\n二")).problem())
                .isEqualTo("server.name-form");
        assertThat(administrator
                        .put(path + "/closed", Map.of("closed", true))
                        .json()
                        .at("/office/closed")
                        .asBoolean())
                .isTrue();
        assertThat(administrator
                        .post(path + "/departments", Map.of("kind", "cases"))
                        .problem())
                .isEqualTo("server.office-closed");
    }

    @Test
    void shouldNotCloseAnOfficeInWhichPeopleWork() {
        server.account(tree.lower());

        assertThat(administrator
                        .put(OFFICES + "/" + tree.lower().office() + "/closed", Map.of("closed", true))
                        .problem())
                .isEqualTo("server.office-in-use");
        assertThat(administrator
                        .put(OFFICES + "/" + tree.own().office() + "/closed", Map.of("closed", true))
                        .problem())
                .isEqualTo("server.own-office");
    }

    @Test
    void shouldAddDepartmentsOfKnownKindsOnce() {
        String path = OFFICES + "/" + tree.lower().office() + "/departments";

        Answer added = administrator.post(path, Map.of("kind", "cases"));

        assertThat(added.json().at("/departments/1/name/zh").asString()).isEqualTo("案件管理部门");
        assertThat(administrator.post(path, Map.of("kind", "cases")).problem()).isEqualTo("server.department-there");
        assertThat(administrator.post(path, Map.of("kind", "secret")).problem()).isEqualTo("server.department-kind");
    }

    @Test
    void shouldListDivisionsFromTheRegionTable() {
        assertThat(administrator
                        .get("/api/v1/administration/regions?above=340200")
                        .text())
                .contains("340207", "鸠江区")
                .doesNotContain("340100");
    }
}
