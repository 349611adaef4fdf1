package cn.mingjian.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A run on the office's datasets, without any delivery. */
class RunOnDatasetsTest {

    private static final Pattern COVERAGE =
            Pattern.compile("(?m)^(\\w+): \\{from: \"([^\"]+)\", known_until: \"([^\"]+)\"");

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);
    private final Person prosecutor = server.signedIn(server.departmentBeside(place, "public"), Role.PROSECUTOR);

    @Test
    void shouldFindTheSameCluesOnDatasetsAsOnADelivery() throws Exception {
        DoneRun delivered = DoneRun.get();
        List<String> versions = takenIn();

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

    private List<String> takenIn() throws IOException, InterruptedException {
        Path county = SampleRuns.county();
        Map<String, Map<String, Object>> coverage = coverage(county);
        List<String> versions = new ArrayList<>();
        for (JsonNode input : prosecutor
                .get("/api/v1/models/" + SampleRuns.MODEL + "/data")
                .json()
                .at("/inputs")) {
            String contract = input.at("/contract").asString();
            Path file = county.resolve(contract + ".csv");
            if (Files.exists(file)) {
                Map<String, Object> about = new HashMap<>(Register.about());
                about.put("authority", Map.of("title", "协议", "number", "1号", "purposes", List.of(SampleRuns.MODEL)));
                String delivery = Register.bring(steward, contract + ".csv", Files.readAllBytes(file));
                Map<String, Object> wish = Register.wishFor(steward, delivery, contract, SampleRuns.MODEL);
                wish.put("about", about);
                wish.put("coverage", coverage.get(contract));
                JsonNode version = Register.ended(
                        steward,
                        steward.post("/api/v1/intake/" + delivery + "/import", wish)
                                .json());
                assertThat(version.at("/version/state").asString())
                        .as(contract + " " + version.at("/problems"))
                        .isEqualTo("READY");
                versions.add(version.at("/version/id").asString());
            }
        }
        return versions;
    }

    private static Map<String, Map<String, Object>> coverage(Path county) throws IOException {
        Map<String, Map<String, Object>> stated = new HashMap<>();
        Matcher found = COVERAGE.matcher(Files.readString(county.resolve("datasets.yaml")));
        while (found.find()) {
            Map<String, Object> one = new HashMap<>(Register.coverage(found.group(3)));
            one.put("from", found.group(2));
            stated.put(found.group(1), one);
        }
        return stated;
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
