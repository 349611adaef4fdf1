package cn.mingjian.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.problem.Refusal;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Which datasets feed a model, and what they are for it. */
class ModelDataTest {

    private static final String DATA = "/api/v1/models/" + Register.MODEL + "/data";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldBindTheNewestVersionOfEachAreaForEveryDepartmentItIsSharedWith() throws Exception {
        JsonNode first = taken("", "FULL", Register.month("2024-03", 50, 0));
        String dataset = first.at("/dataset/id").asString();
        taken(dataset, "APPEND", Register.month("2024-04", 50, 0));
        Person prosecutor = server.signedIn(server.departmentBeside(place, "civil"), Role.PROSECUTOR);

        JsonNode input = input(prosecutor.get(DATA).json());

        assertThat(input.at("/state").asString()).isEqualTo("GOOD");
        assertThat(input.at("/bound")).hasSize(1);
        assertThat(input.at("/bound/0/number").asInt()).isEqualTo(2);
        assertThat(input.at("/bound/0/knownUntil").asString()).isEqualTo("2024-03-31");
        assertThat(input.at("/lacking").toString()).contains("基础待遇金额");
        Person sister = server.signedIn(server.office(), Role.PROSECUTOR);
        assertThat(input(sister.get(DATA).json()).at("/state").asString()).isEqualTo("MISSING");
    }

    @Test
    void shouldNotBindWhatTheAuthorityDoesNotCoverAnyMore() throws Exception {
        JsonNode version = taken("", "FULL", Register.month("2024-03", 20, 0));
        UUID dataset = UUID.fromString(version.at("/dataset/id").asString());
        UUID id = UUID.fromString(version.at("/version/id").asString());
        var actor = server.actor(place, Role.PROSECUTOR);
        Bindings bindings = server.part(Bindings.class);
        assertThat(bindings.chosen(actor, Register.MODEL, List.of(id)))
                .extracting(BoundVersion::digest)
                .containsExactly(version.at("/version/digest").asString());
        assertThatThrownBy(() -> bindings.chosen(actor, "pollution-tax", List.of(id)))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                                refused.problems().get(0).code())
                        .isEqualTo("dataset.purpose-not-covered"));
        assertThatThrownBy(
                        () -> bindings.chosen(server.actor(server.office(), Role.CHIEF), Register.MODEL, List.of(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.status()).isEqualTo(404));

        server.act(() -> server.part(JdbcClient.class)
                .sql("update dataset set authority_until = current_date - 1 where id = ?")
                .param(dataset)
                .update());

        assertThatThrownBy(() -> bindings.chosen(actor, Register.MODEL, List.of(id)))
                .isInstanceOf(Refusal.class);
        JsonNode input = input(server.signedIn(place, Role.PROSECUTOR).get(DATA).json());
        assertThat(input.at("/state").asString()).isEqualTo("NOT_COVERED");
        assertThat(input.at("/bound")).isEmpty();
    }

    @Test
    void shouldRefuseToOpenWhatWasDestroyed() throws Exception {
        JsonNode version = taken("", "FULL", Register.month("2024-03", 20, 0));
        Bindings bindings = server.part(Bindings.class);
        var bound = bindings.chosen(
                server.actor(place, Role.PROSECUTOR),
                Register.MODEL,
                List.of(UUID.fromString(version.at("/version/id").asString())));
        assertThat(bindings.openWithoutScope(bound)).containsOnlyKeys(Register.CONTRACT);

        steward.post("/api/v1/datasets/" + version.at("/dataset/id").asString() + "/destroy", Map.of("reason", "x"));

        assertThatThrownBy(() -> bindings.openWithoutScope(bound)).isInstanceOf(Refusal.class);
    }

    private JsonNode taken(String dataset, String load, String csv) throws InterruptedException {
        String delivery = Register.bring(steward, "a.csv", Register.gb18030(csv));
        return Register.ended(
                steward, Register.take(steward, delivery, dataset, load).json());
    }

    private static JsonNode input(JsonNode page) {
        for (JsonNode input : page.at("/inputs")) {
            if (input.at("/contract").asString().equals(Register.CONTRACT)) {
                return input;
            }
        }
        throw new AssertionError("No input in " + page);
    }
}
