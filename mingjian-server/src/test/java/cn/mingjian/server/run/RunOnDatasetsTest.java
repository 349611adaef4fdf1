package cn.mingjian.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleDatasets;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A run on the office's datasets, without any delivery. */
class RunOnDatasetsTest {

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);
    private final Person prosecutor = server.signedIn(server.departmentBeside(place, "public"), Role.PROSECUTOR);

    @Test
    void shouldFindTheSameCluesOnDatasetsAsOnADelivery() throws Exception {
        DoneRun delivered = DoneRun.get();
        List<String> versions = SampleDatasets.takenIn(steward, prosecutor);

        JsonNode run = SampleRuns.ended(prosecutor, order(versions));

        assertThat(run.at("/state").asString()).isEqualTo("DONE");
        assertThat(run.at("/delivery").isNull()).isTrue();
        assertThat(run.at("/datasets")).hasSameSizeAs(versions);
        assertThat(run.at("/datasets/0/digest").asString()).hasSize(64);
        assertThat(clues(prosecutor, run.at("/id").asString()))
                .isNotEmpty()
                .isEqualTo(clues(delivered.person(), delivered.id()));
        refusedFor(versions.get(0));
    }

    /** Refused at the order, by who may not use it and after it was destroyed. */
    private void refusedFor(String version) {
        Person sister = server.signedIn(server.office(), Role.PROSECUTOR);
        assertThat(sister.post("/api/v1/runs", wish(List.of(version))).status()).isEqualTo(404);
        String dataset = prosecutor
                .get("/api/v1/models/" + SampleRuns.MODEL + "/data")
                .json()
                .at("/inputs/0/bound/0/dataset")
                .asString();
        steward.post("/api/v1/datasets/" + dataset + "/destroy", Map.of("reason", "试验"));
        String gone = prosecutor
                .get("/api/v1/datasets/" + dataset)
                .json()
                .at("/versions/0/id")
                .asString();
        assertThat(prosecutor.post("/api/v1/runs", wish(List.of(gone))).problem())
                .isEqualTo("dataset.version-not-ready");
        assertThat(prosecutor.post("/api/v1/runs", wish(List.of())).problem()).isEqualTo("server.run-delivery-missing");
    }

    private String order(List<String> versions) {
        return prosecutor.post("/api/v1/runs", wish(versions)).json().at("/id").asString();
    }

    private static Map<String, Object> wish(List<String> versions) {
        Map<String, Object> wish = SampleRuns.wish(UUID.randomUUID());
        wish.remove("delivery");
        wish.put("datasets", versions);
        return wish;
    }

    private static Set<String> clues(Person person, String run) {
        Set<String> ids = new TreeSet<>();
        person.get("/api/v1/runs/" + run + "/clues?size=200")
                .json()
                .at("/items")
                .forEach(clue -> ids.add(clue.at("/clueId").asString()));
        return ids;
    }
}
