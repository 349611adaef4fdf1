package cn.mingjian.server.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.CaseResult.Failure;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The tests of a model: shown with what they gave in this version, run one model at a time by whoever answers for models. */
class ModelTestsTest {

    private static final String MODEL = "unfair-housing-terms";
    private static final String OTHER = "shell-companies";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);
    private final Person digital = server.signedIn(place, Role.DIGITAL_OFFICE);

    @Test
    void shouldRunTheTestsOfOneModelAtATimeAndShowTheResultToAll() throws InterruptedException {
        assertThat(prosecutor.post(tests(MODEL), Map.of()).status()).isEqualTo(403);
        JsonNode before = prosecutor.get(tests(MODEL)).json();
        assertThat(before.at("/last").isNull()).isTrue();
        assertThat(before.at("/rules/0/failed").isNull()).isTrue();
        assertThat(before.at("/rules/0/clues").asInt()).isPositive();

        Answer begun = begin();

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().at("/running").isNull()).isFalse();
        Answer second = digital.post(tests(OTHER), Map.of());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("shelf.tests-running");
        assertThat(second.text()).contains("Unfair");

        JsonNode after = ended(MODEL);
        assertThat(after.at("/last/problems").size()).isZero();
        assertThat(after.at("/last/failed").asInt()).isZero();
        assertThat(after.at("/last/passed").asInt())
                .isEqualTo(after.at("/count").asInt())
                .isPositive();
        assertThat(after.at("/last/digest").asString())
                .isEqualTo(prosecutor
                        .get("/api/v1/models/" + MODEL)
                        .json()
                        .at("/digest")
                        .asString());
        assertThat(after.at("/rules"))
                .allSatisfy(rule -> assertThat(rule.at("/failed").asInt()).isZero());
        Person elsewhere = server.signedIn(server.office(), Role.PROSECUTOR);
        assertThat(elsewhere.get(tests(MODEL)).json().at("/last")).isEqualTo(after.at("/last"));
    }

    @Test
    void shouldSayThatAChangedVersionWasNotTested() {
        ModelPackage pack = pack("pollution-tax");
        keep(pack, "0".repeat(64), "0".repeat(64));

        JsonNode page = prosecutor.get(tests(pack.id())).json();

        assertThat(page.at("/last").isNull()).isTrue();
        assertThat(page.at("/earlier/failed").asInt()).isOne();
        assertThat(page.at("/cases").findValues("differs"))
                .allSatisfy(differs -> assertThat(differs.size()).isZero());
    }

    @Test
    void shouldShowWhatWasOtherwiseThanExpected() {
        ModelPackage pack = pack("judgment-against-itself");
        keep(pack, pack.digest(), CaseReader.digest(pack.folder().resolve(CaseReader.FOLDER)));

        JsonNode page = prosecutor.get(tests(pack.id())).json();

        assertThat(page.at("/last/failed").asInt()).isOne();
        assertThat(page.at("/cases/0/differs/0/zh").asString()).contains("没有出现线索");
        assertThat(page.at("/cases/0/differs/0/en").asString()).contains("came out");
        String code = page.at("/cases/0/expects/0/code").asString();
        assertThat(page.at("/rules")).anySatisfy(rule -> {
            assertThat(rule.at("/code").asString()).isEqualTo(code);
            assertThat(rule.at("/failed").asInt()).isOne();
        });
    }

    @Test
    void shouldKnowNoOtherModel() {
        assertThat(prosecutor.get(tests("no-such")).status()).isEqualTo(404);
        assertThat(digital.post(tests("no-such"), Map.of()).status()).isEqualTo(404);
    }

    private void keep(ModelPackage pack, String digest, String cases) {
        Failure failure = new Failure("cases.no-clue", List.of("X", "A"));
        CaseReport report = new CaseReport(digest, cases, 5, List.of(new CaseReport.Failed(1, List.of(failure))));
        server.act(() -> server.part(TestResults.class).keep(pack, report, List.of()));
    }

    private ModelPackage pack(String model) {
        return server.part(Packages.class).find(model).orElseThrow();
    }

    /** Other tests may have begun those of another model. */
    private Answer begin() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = digital.post(tests(MODEL), Map.of());
        while (answer.status() == 409 && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            answer = digital.post(tests(MODEL), Map.of());
        }
        return answer;
    }

    private JsonNode ended(String model) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode page = prosecutor.get(tests(model)).json();
        while (!page.at("/running").isNull() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            page = prosecutor.get(tests(model)).json();
        }
        return page;
    }

    private static String tests(String model) {
        return "/api/v1/models/" + model + "/tests";
    }
}
