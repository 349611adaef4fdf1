package cn.mingjian.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is said of a dataset: who changes it, and who looks at it. */
class CatalogueTest {

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldChangeAuthorityTermsAndWhoMayUseIt() throws Exception {
        String page = "/api/v1/datasets/" + Register.dataset(steward);
        Person colleague = server.signedIn(server.departmentBeside(place, "civil"), Role.PROSECUTOR);
        assertThat(colleague.get(page).status()).isEqualTo(404);
        Map<String, Object> about = new HashMap<>(Register.about());
        about.put(
                "authority",
                Map.of("title", "补充协议", "number", "2号", "purposes", List.of(Register.MODEL), "until", "2098-12-31"));
        about.put("destroyBy", "2098-06-30");

        JsonNode changed = steward.put(page, about).json();

        assertThat(changed.at("/dataset/authority/number").asString()).isEqualTo("2号");
        assertThat(changed.at("/dataset/destroyBy").asString()).isEqualTo("2098-06-30");
        assertThat(colleague.get(page).status()).as("shared with the office").isEqualTo(200);
        assertThat(server.part(JdbcClient.class)
                        .sql("select count(*) from audit_entry where act = 'dataset.change' and object_id = ?")
                        .param(changed.at("/dataset/id").asString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseTermsBeyondTheAuthorityAndPurposesThatUseNothingOfIt() throws Exception {
        String page = "/api/v1/datasets/" + Register.dataset(steward);
        Map<String, Object> about = new HashMap<>(Register.about());
        about.put("destroyBy", "2100-01-01");
        assertThat(steward.put(page, about).problem()).isEqualTo("dataset.destroy-after-authority");
        about.put("destroyBy", "2098-01-01");
        about.put("authority", Map.of("title", "协议", "number", "1", "purposes", List.of("pollution-tax")));
        assertThat(steward.put(page, about).problem()).isEqualTo("dataset.purposes");
    }

    @Test
    void shouldShowTheProtectionOfficerTheWholeCatalogueAndNothingElseOfIt() throws Exception {
        String dataset = Register.dataset(steward); // of its department alone
        String page = "/api/v1/datasets/" + dataset;
        Person officer = server.signedIn(server.departmentBeside(place, "office"), Role.PROTECTION_OFFICER);
        Person sister = server.signedIn(server.office(), Role.PROTECTION_OFFICER);

        assertThat(officer.get("/api/v1/datasets").text()).contains(dataset);
        assertThat(officer.get(page).json().at("/dataset/mayChange").asBoolean())
                .isFalse();
        assertThat(officer.get(page).json().at("/versions").size()).isEqualTo(1);
        assertThat(officer.get("/api/v1/contracts").status()).isEqualTo(200);
        assertThat(officer.put(page, Register.about()).status()).isEqualTo(403);
        assertThat(officer.get(page + "/versions/1").status()).isEqualTo(403);
        assertThat(officer.post(page + "/versions/1/rejected.xlsx", Openings.WISH)
                        .status())
                .isEqualTo(403);
        assertThat(sister.get(page).status()).isEqualTo(404);
        assertThat(sister.get("/api/v1/datasets").text()).doesNotContain(dataset);
    }

    @Test
    void shouldNotLetTheOfficerRunOnWhatTheyOnlyWatchOver() throws Exception {
        String dataset = Register.dataset(steward);
        Person both = server.signedIn(server.departmentBeside(place, "both"), Role.PROTECTION_OFFICER, Role.PROSECUTOR);

        assertThat(both.get("/api/v1/datasets/" + dataset).status()).isEqualTo(200);
        assertThat(both.get("/api/v1/models/" + Register.MODEL + "/data").text())
                .doesNotContain(dataset);
        assertThat(both.get("/api/v1/datasets/" + dataset + "/versions/1").status())
                .isEqualTo(404);
    }
}
