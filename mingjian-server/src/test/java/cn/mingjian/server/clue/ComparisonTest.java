package cn.mingjian.server.clue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ComparisonTest {

    private static final String RUNS = "/api/v1/runs/";
    private static final String NOBODY = "f".repeat(64);

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.get();

    @Test
    void shouldTellNewGoneAndChangedCluesApart() {
        Map<String, Object> wish =
                SampleRuns.wish(UUID.fromString(run.page().at("/delivery").asString()));
        String earlier =
                run.person().post("/api/v1/runs", wish).json().at("/id").asString();
        assertThat(SampleRuns.ended(run.person(), earlier).at("/state").asString())
                .isEqualTo("DONE");
        int clues = run.page().at("/clues").asInt();
        assertThat(compared(earlier, "SAME").at("/same").asInt()).isEqualTo(clues);

        List<String> ids = ids(compared(earlier, "SAME"));
        change("delete from clue where run_id = cast(? as uuid) and clue_id = ?", earlier, ids.get(0));
        change(
                "update clue set clue_id = '" + NOBODY + "' where run_id = cast(? as uuid) and clue_id = ?",
                earlier,
                ids.get(1));
        change(
                "update clue set fingerprint = 'other', masked = jsonb_set(masked::jsonb, '{grade}', '\"Z\"')::json"
                        + " where run_id = cast(? as uuid) and clue_id = ?",
                earlier,
                ids.get(2));

        JsonNode added = compared(earlier, "NEW");
        assertThat(ids(added)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(added.at("/added").asInt()).isEqualTo(2);
        assertThat(added.at("/gone").asInt()).isEqualTo(1);
        assertThat(added.at("/changed").asInt()).isEqualTo(1);
        assertThat(added.at("/same").asInt()).isEqualTo(clues - 3);
        assertThat(ids(compared(earlier, "GONE"))).containsExactly(NOBODY);
        JsonNode changed = compared(earlier, "CHANGED").at("/clues/items/0");
        assertThat(changed.at("/clue/clueId").asString()).isEqualTo(ids.get(2));
        assertThat(changed.at("/changes/0/what/en").asString()).isEqualTo("Grade");
        assertThat(changed.at("/changes/0/before/zh").asString()).isEqualTo("Z");
        assertThat(changed.at("/changes/0/after/zh").asString())
                .isEqualTo(changed.at("/clue/grade").asString());
    }

    @Test
    void shouldSayWhatElseDiffersBetweenTheRuns() {
        Map<String, Object> wish = new HashMap<>(
                SampleRuns.wish(UUID.fromString(run.page().at("/delivery").asString())));
        wish.put("asOf", "2024-06-30");
        String earlier =
                run.person().post("/api/v1/runs", wish).json().at("/id").asString();
        SampleRuns.ended(run.person(), earlier);

        JsonNode settings = compared(earlier, "NEW").at("/settings");

        assertThat(settings.size()).isEqualTo(1);
        assertThat(settings.at("/0/what/zh").asString()).isEqualTo("截至日期");
        assertThat(settings.at("/0/before/zh").asString()).isEqualTo("2024-06-30");
    }

    @Test
    void shouldCompareOnlyWhatIsTheActorsOwnAndDone() {
        assertThat(server.signedIn(server.office(), Role.CHIEF)
                        .get(path(run.id(), "NEW"))
                        .status())
                .isEqualTo(404);
        assertThat(run.person().get(path(UUID.randomUUID().toString(), "NEW")).status())
                .isEqualTo(404);
        assertThat(run.person().get(path(run.id(), "NEW;drop table clue")).status())
                .isEqualTo(400);
        TestServer.Place place = server.office();
        String login = server.account(place, Role.PROSECUTOR);
        Person other = new Person(server.address());
        other.enter(login, TestServer.PASSWORD);
        Answer foreign = other.post("/api/v1/runs", SampleRuns.wish(SampleRuns.delivery(place, login)));
        String theirs = foreign.json().at("/id").asString();
        assertThat(run.person().get(path(theirs, "NEW")).status()).isEqualTo(404);
        other.post(RUNS + theirs + "/stop", Map.of());
        assertThat(other.get(RUNS + theirs + "/comparison?earlier=" + theirs).problem())
                .isEqualTo("server.runs-not-comparable");
    }

    private String path(String earlier, String kind) {
        return RUNS + run.id() + "/comparison?size=200&earlier=" + earlier + "&kind=" + URLEncoder.encode(kind, UTF_8);
    }

    private JsonNode compared(String earlier, String kind) {
        return run.person().get(path(earlier, kind)).json();
    }

    private static List<String> ids(JsonNode comparison) {
        List<String> ids = new ArrayList<>();
        comparison
                .at("/clues/items")
                .forEach(one -> ids.add(one.at("/clue/clueId").asString()));
        return ids;
    }

    private void change(String sql, String run, String clue) {
        server.act(
                () -> server.part(JdbcClient.class).sql(sql).params(run, clue).update());
    }
}
