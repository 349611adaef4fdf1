package cn.mingjian.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GapTest {

    private static final String PATH = "/api/v1/requests/gaps";
    private static final String MODEL = "community-correction-revocation";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);

    @Test
    void shouldSayWhatUnlocksMostFirstAndLoseWhatArrives() throws InterruptedException {
        JsonNode before = prosecutor.get(PATH).json();

        assertThat(before.at("/models").asInt()).isEqualTo(8);
        assertThat(before.at("/runnable").asInt()).isZero();
        List<Integer> unlocks = new java.util.ArrayList<>();
        before.at("/gaps").forEach(gap -> unlocks.add(gap.at("/unlocks").size()));
        assertThat(unlocks).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(unlocks.get(0)).isPositive();
        assertThat(gap(before, "cc_person").orElseThrow().at("/unlocks").findValuesAsString("id"))
                .contains(MODEL);

        String id = Brought.bring(prosecutor, "registers", Map.of("社区矫正对象.csv", Brought.CORRECTION))
                .json()
                .at("/id")
                .asString();
        Brought.read(prosecutor, id);

        JsonNode after = prosecutor.get(PATH).json();
        assertThat(after.at("/runnable").asInt()).isPositive();
        gap(after, "cc_person").ifPresent(left -> {
            assertThat(left.at("/unlocks").size()).isZero();
            assertThat(left.at("/columns").size()).isPositive();
        });
        assertThat(gap(after, "cc_revocation").orElseThrow().at("/helps").findValuesAsString("id"))
                .contains(MODEL);
        assertThat(server.signedIn(server.office(), Role.PROSECUTOR)
                        .get(PATH)
                        .json()
                        .at("/runnable")
                        .asInt())
                .as("another office")
                .isZero();
    }

    @Test
    void shouldCountADatasetForTheModelsOfItsAuthorityAlone() throws Exception {
        Person steward = server.signedIn(place, Role.DATA_STEWARD);
        JsonNode before = gap(prosecutor.get(PATH).json(), Register.CONTRACT).orElseThrow();

        String dataset = Register.dataset(steward); // what was delivered for it is gone by then
        JsonNode after = gap(prosecutor.get(PATH).json(), Register.CONTRACT).orElseThrow();

        assertThat(before.at("/columns").size()).as("nothing is there").isZero();
        assertThat(before.toString()).contains(Register.MODEL);
        assertThat(after.at("/columns").size()).as("columns that it has not").isPositive();
        assertThat(after.at("/unlocks").toString()).doesNotContain(Register.MODEL);
        Person sister = server.signedIn(server.office(), Role.PROSECUTOR);
        assertThat(gap(sister.get(PATH).json(), Register.CONTRACT)).contains(before);
        steward.post("/api/v1/datasets/" + dataset + "/destroy", Map.of("reason", "试验"));
        assertThat(gap(prosecutor.get(PATH).json(), Register.CONTRACT)).contains(before);
    }

    @Test
    void shouldSayWhatIsAskedForAlready() {
        String id = prosecutor.post(Wishes.PATH, Wishes.wish()).json().at("/id").asString();

        JsonNode gap = gap(prosecutor.get(PATH).json(), "market_entity").orElseThrow();

        assertThat(gap.at("/request").asString()).isEqualTo(id);
        assertThat(gap.at("/ownerName/zh").asString()).isEqualTo("市场监督管理部门");
    }

    private static Optional<JsonNode> gap(JsonNode gaps, String contract) {
        for (JsonNode gap : gaps.at("/gaps")) {
            if (gap.at("/contract").asString().equals(contract)) {
                return Optional.of(gap);
            }
        }
        return Optional.empty();
    }
}
