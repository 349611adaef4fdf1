package cn.mingjian.server.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Drafts that are tried: their cases, one case step by step, and rows of datasets, of which nothing stays. */
class TrialTest {

    private final TestServer server = TestServer.get();
    private final Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);

    @Test
    void shouldSayOfEachCaseWhetherItPassesAndWhatDiffers() throws Exception {
        String draft = begin(Map.of("name", "用例"));
        save(draft, "model.yaml", "fine >= :least", "fine > :least");

        JsonNode trial = ended(draft, steward.post(trial(draft), Map.of("kind", "CASES")));

        assertThat(trial.at("/state").asString()).as(trial.toString()).isEqualTo("DONE");
        assertThat(trial.at("/revision").asInt()).isEqualTo(2);
        JsonNode failed = trial.at("/cases/0");
        assertThat(failed.at("/path").asString()).isEqualTo("tests/first.yaml");
        assertThat(failed.at("/line").asInt()).isEqualTo(5);
        assertThat(failed.at("/differences/0/en").asString()).contains("N-1");
        assertThat(failed.at("/differences/0/zh").asString()).contains("N-1");
        assertThat(trial.at("/cases/1/differences")).isEmpty();
        assertThat(trial.at("/steps").isNull()).isTrue();
    }

    @Test
    void shouldShowTheWayOfACaseStepByStep() throws Exception {
        String draft = begin(Map.of("name", "逐步"));

        JsonNode trial = ended(draft, steward.post(trial(draft), Map.of("kind", "CASE", "testCase", 2)));

        assertThat(trial.at("/state").asString()).as(trial.toString()).isEqualTo("DONE");
        assertThat(names(trial)).containsExactly("INPUT penalty", "STEP large", "RULE rule.large-fine");
        assertThat(trial.at("/steps/0/size").asInt()).isEqualTo(1);
        assertThat(trial.at("/steps/0/rows/0").toString()).contains("X2");
        assertThat(trial.at("/steps/1/in").asInt()).isEqualTo(1);
        assertThat(trial.at("/steps/1/kept").asInt()).isZero();
        assertThat(trial.at("/steps/1/title/en").asString()).contains("least");
        assertThat(trial.at("/steps/2/size").asInt()).isZero();
    }

    @Test
    void shouldSayWhereTheDraftIsWrongInsteadOfTryingIt() throws Exception {
        String draft = begin(Map.of("name", "有错"));
        save(draft, "model.yaml", "fine >= :least", "fine >= :most");

        JsonNode trial = ended(draft, steward.post(trial(draft), Map.of("kind", "CASES")));

        assertThat(trial.at("/state").asString()).isEqualTo("FAILED");
        assertThat(trial.at("/problems/0/path").asString()).isEqualTo("model.yaml");
        assertThat(trial.at("/problems/0/line").asInt()).isPositive();
    }

    @Test
    void shouldTraceDatasetsMaskedAndLeaveNothingBehind() throws Exception {
        String version = version();
        String draft = begin(Map.of("name", "数据", "origin", Register.MODEL));
        JsonNode data = steward.get("/api/v1/drafts/" + draft + "/data").json();
        assertThat(data.at("/versions/0/version").asString()).isEqualTo(version);
        int runs = count("run");
        int clues = count("clue");

        JsonNode trial = ended(
                draft,
                steward.post(
                        trial(draft), Map.of("kind", "DATASETS", "datasets", List.of(version), "asOf", "2024-03-31")));

        assertThat(trial.at("/state").asString()).as(trial.toString()).isEqualTo("DONE");
        JsonNode input = step(trial, "INPUT", Register.CONTRACT);
        assertThat(input.at("/size").asInt()).isPositive();
        assertThat(input.at("/rows").size()).isBetween(1, 10);
        assertThat(trial.toString()).doesNotContainPattern("\\d{17}[\\dX]").contains("****");
        assertThat(count("run")).isEqualTo(runs);
        assertThat(count("clue")).isEqualTo(clues);
        assertThat(leftovers()).isEmpty();
        String details = server.part(JdbcClient.class)
                .sql("select details from audit_entry where act = 'draft.try' and object_id = ?")
                .param(draft)
                .query(String.class)
                .single();
        assertThat(details).contains(version, "STUDY", "2024-03-31");
    }

    @Test
    void shouldTraceNoDatasetsOfOthersNorWithoutAnAuthority() throws Exception {
        String version = version();
        Map<String, Object> wish = Map.of("kind", "DATASETS", "datasets", List.of(version), "asOf", "2024-03-31");
        String empty = begin(Map.of("name", "空白"));
        String other = begin(Map.of("name", "别的用途", "origin", "pollution-tax"));
        Person sister = server.signedIn(server.office(), Role.DATA_STEWARD);
        String theirs = sister.post("/api/v1/drafts", Map.of("name", "外院", "origin", Register.MODEL))
                .json()
                .at("/id")
                .asString();

        assertThat(steward.post(trial(empty), wish).problem()).isEqualTo("draft.no-authority");
        assertThat(steward.post(trial(other), wish).problem()).isEqualTo("dataset.purpose-not-covered");
        assertThat(sister.post(trial(theirs), wish).status()).isEqualTo(404);
        assertThat(steward.get("/api/v1/drafts/" + empty + "/data").json().at("/versions"))
                .isEmpty();
        Person colleague = server.signedIn(place, Role.DIGITAL_OFFICE);
        steward.post(trial(empty), Map.of("kind", "CASES"));
        assertThat(colleague.get(trial(empty)).problem()).isEqualTo("draft.no-trial");
    }

    @Test
    void shouldStopAtAPersonsWish() throws Exception {
        String draft = begin(Map.of("name", "停止", "origin", "indictment-judgment-discrepancy"));
        assertThat(steward.post(trial(draft), Map.of("kind", "CASES")).status()).isEqualTo(202);
        assertThat(steward.post(trial(draft), Map.of("kind", "CASES")).problem())
                .isEqualTo("draft.trial-going");

        JsonNode stopped = steward.post(trial(draft) + "/stop", Map.of()).json();

        assertThat(stopped.at("/state").asString()).isEqualTo("STOPPED");
        for (int i = 0; i < 100 && !leftovers().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(leftovers()).isEmpty();
        assertThat(steward.get(trial(draft)).json().at("/state").asString()).isEqualTo("STOPPED");
    }

    private String version() throws InterruptedException {
        String delivery = Register.bring(steward, "a.csv", Register.gb18030(Register.month("2024-03", 30, 0)));
        JsonNode version = Register.ended(
                steward, Register.take(steward, delivery, "", "FULL").json());
        return version.at("/version/id").asString();
    }

    private String begin(Map<String, String> wish) {
        Answer answer = steward.post("/api/v1/drafts", wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    /** Saves the draft with one place of a file changed. */
    private void save(String draft, String path, String old, String now) {
        JsonNode page = steward.get("/api/v1/drafts/" + draft).json();
        List<Map<String, String>> files = new ArrayList<>();
        page.at("/files").forEach(file -> {
            String text = file.at("/text").asString();
            String name = file.at("/path").asString();
            files.add(Map.of("path", name, "text", name.equals(path) ? text.replace(old, now) : text));
        });
        Answer saved = steward.put(
                "/api/v1/drafts/" + draft,
                Map.of("name", "x", "revision", page.at("/revision").asInt(), "files", files));
        assertThat(saved.status()).isEqualTo(200);
    }

    private static String trial(String draft) {
        return "/api/v1/drafts/" + draft + "/trial";
    }

    private JsonNode ended(String draft, Answer begun) throws InterruptedException {
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        for (int i = 0; i < 1200; i++) {
            JsonNode page = steward.get(trial(draft)).json();
            if (!List.of("WAITING", "RUNNING").contains(page.at("/state").asString())) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The trial does not end.");
    }

    private static List<String> names(JsonNode trial) {
        List<String> names = new ArrayList<>();
        trial.at("/steps")
                .forEach(step -> names.add(
                        step.at("/kind").asString() + " " + step.at("/name").asString()));
        return names;
    }

    /** The first input with rows, whatever the model calls it. */
    private static JsonNode step(JsonNode trial, String kind, String contract) {
        for (JsonNode step : trial.at("/steps")) {
            if (step.at("/kind").asString().equals(kind) && step.at("/size").asInt() > 0) {
                return step;
            }
        }
        throw new AssertionError("No " + kind + " of " + contract + " in " + trial);
    }

    private int count(String table) {
        return server.part(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** Folders of trials that are still there. */
    private List<Path> leftovers() throws IOException {
        try (Stream<Path> found = Files.list(server.data().resolve("work"))) {
            return found.filter(path -> Files.isDirectory(path.resolve("package")))
                    .toList();
        }
    }
}
