package cn.mingjian.server.protection;

import static cn.mingjian.server.testing.Openings.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.opening.Unmasked;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ProtectionTest {

    private static final String ROOMS = "/api/v1/protection";

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.aboutPersons();
    private final Person officer = server.signedIn(run.place(), Role.PROTECTION_OFFICER);
    private final Person elsewhere = server.signedIn(server.office(), Role.PROTECTION_OFFICER);
    private String secret = "";

    @BeforeEach
    void somebodyOpensTheFirstClue() throws IOException {
        String clue = run.person().get(run.clues()).json().at("/items/0/clueId").asString();
        assertThat(run.person()
                        .post(run.clues() + "/" + clue + "/opening", WISH)
                        .status())
                .isEqualTo(200);
        Unmasked unmasked = Unmasked.nothing();
        ObjectMapper json = new ObjectMapper();
        unmasked.add(json.readTree(line("masked.jsonl")), json.readTree(line("clues.jsonl")));
        secret = unmasked.values().stream()
                .filter(value -> value.matches("\\d{17}[0-9X]"))
                .findFirst()
                .orElseThrow();
    }

    private String line(String name) throws IOException {
        Path results = server.data().resolve("offices/" + run.place().office() + "/runs/" + run.id());
        try (Stream<Path> files = Files.walk(results)) {
            return Files.readAllLines(files.filter(path -> path.endsWith(name))
                            .findFirst()
                            .orElseThrow())
                    .get(0);
        }
    }

    @Test
    void shouldSayWhoSawAPersonAndKeepThatItWasAskedButNotOfWhom() {
        Map<String, Object> wish = Map.of("value", secret.toLowerCase(java.util.Locale.ROOT), "why", WISH);

        Answer found = officer.post(ROOMS + "/person-searches", wish);

        assertThat(found.json().findValuesAsString("login")).contains(run.login());
        assertThat(found.text()).doesNotContain(secret).doesNotContain(run.id());
        assertThat(elsewhere.post(ROOMS + "/person-searches", wish).json()).isEmpty();
        assertThat(officer.post(ROOMS + "/person-searches", Map.of("value", "查无此人", "why", WISH))
                        .json())
                .isEmpty();
        assertThat(officer.post(ROOMS + "/person-searches", Map.of("value", secret))
                        .status())
                .isEqualTo(400);
        assertThat(officer.post(ROOMS + "/person-searches", Map.of("value", "", "why", WISH))
                        .problem())
                .isEqualTo("server.person-value");
        String kept = server.part(JdbcClient.class)
                .sql("select string_agg(p::text, ' ') || (select string_agg(a::text, ' ') from audit_entry a"
                        + " where act = 'protection.person-search') from person_search p")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain(secret).contains("核实本线索");
    }

    @Test
    void shouldListOpeningsAndFilesOfTheOwnOfficeWithReasons() {
        run.person().get(run.clues() + ".xlsx");

        JsonNode openings = officer.get(ROOMS + "/openings").json();
        JsonNode files = officer.get(ROOMS + "/files").json();
        JsonNode week = officer.get(ROOMS + "/week").json();

        assertThat(openings.findValuesAsString("words")).contains(WISH.get("words"));
        assertThat(openings.at("/items/0/fields")).isNotEmpty();
        assertThat(openings.toString()).doesNotContain(secret).doesNotContain(run.id());
        assertThat(files.findValuesAsString("act")).contains("clue.export");
        assertThat(week.at("/things").asInt()).isPositive();
        assertThat(week.findValuesAsString("login")).contains(run.login());
        for (String room : List.of("/openings", "/files", "/week", "/terms", "/register")) {
            assertThat(elsewhere.get(ROOMS + room).text()).as(room).doesNotContain(run.login());
        }
        assertThat(elsewhere.get(ROOMS + "/openings").json().at("/total").asInt())
                .isZero();
    }

    @Test
    void shouldKeepAProcessingRegisterOfTheOwnOffice() {
        JsonNode register = officer.get(ROOMS + "/register").json();

        assertThat(register.size()).isEqualTo(1);
        assertThat(register.at("/0/model").asString()).isEqualTo("benefits-after-death-or-sentence");
        assertThat(register.at("/0/purposes/0/purpose/zh").asString()).contains("示检公益〔2024〕1号");
        assertThat(register.at("/0/registers/0/rows").asInt()).isPositive();
        assertThat(elsewhere.get(ROOMS + "/register").json()).isEmpty();
    }

    @Test
    void shouldNameForEachColumnOfAModelTheRulesThatNeedIt() {
        JsonNode card = officer.get(ROOMS + "/models/shell-companies/necessity").json();

        assertThat(card.at("/necessity/zh").asString()).isNotEmpty();
        card.at("/registers").forEach(register -> register.at("/columns").forEach(column -> assertThat(
                        !column.at("/rules").isEmpty() || column.at("/admits").asBoolean())
                .as(register.at("/contract").asString() + "."
                        + column.at("/name").asString())
                .isTrue()));
        assertThat(officer.get(ROOMS + "/models/..%2fx/necessity").status()).isIn(400, 404);
    }

    @Test
    void shouldProveThatADeliveryWasDestroyed() {
        Person prosecutor = server.signedIn(run.place(), Role.PROSECUTOR);
        String id = cn.mingjian.server.testing.Brought.bring(
                        prosecutor, "registers", Map.of("矫正.csv", cn.mingjian.server.testing.Brought.CORRECTION))
                .json()
                .at("/id")
                .asString();
        assertThat(prosecutor.delete("/api/v1/deliveries/" + id).status()).isEqualTo(204);

        JsonNode term = officer.get(ROOMS + "/terms")
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> id.startsWith(one.at("/reference").asString()))
                .findFirst()
                .orElseThrow();

        String digest = server.part(JdbcClient.class)
                .sql("select sha256 from audit_entry where number = ?")
                .param(term.at("/entry").asLong())
                .query(String.class)
                .single();
        assertThat(term.at("/proof").asString()).isEqualTo(digest);
        assertThat(term.at("/removedBy").asString()).isEqualTo("测试员");
    }

    @Test
    void shouldListVersionsOfDatasetsWithTheirDayAndTheProofOfTheirEnd() throws InterruptedException {
        Place place = server.office();
        Person steward = server.signedIn(place, Role.DATA_STEWARD);
        String dataset = Register.dataset(steward);
        Person reader = server.signedIn(place, Role.PROTECTION_OFFICER);

        JsonNode there = terms(reader);
        assertThat(there.size()).isEqualTo(2);
        JsonNode version = of(there, "DATASET");
        assertThat(version.at("/reference").asString()).isEqualTo(dataset.substring(0, 8));
        assertThat(version.at("/destroyBy").asString()).isEqualTo("2099-06-30");
        assertThat(version.at("/rows").asInt()).isEqualTo(19);
        assertThat(version.at("/removed").isNull()).isTrue();
        assertThat(of(there, "DELIVERY").at("/how").asString()).isEqualTo("TAKEN_IN");
        assertThat(of(there, "DELIVERY").at("/proof").asString()).hasSize(64);

        steward.post("/api/v1/datasets/" + dataset + "/versions/1/destroy", Map.of("reason", "协议终止"));

        JsonNode gone = of(terms(reader), "DATASET");
        assertThat(gone.at("/how").asString()).isEqualTo("DESTROYED");
        assertThat(gone.at("/removedBy").asString()).isEqualTo("测试员");
        assertThat(server.part(JdbcClient.class)
                        .sql("select act from audit_entry where number = ? and sha256 = ?")
                        .params(gone.at("/entry").asLong(), gone.at("/proof").asString())
                        .query(String.class)
                        .single())
                .isEqualTo("dataset.destroy");
        assertThat(terms(elsewhere)).isEmpty();
    }

    private static JsonNode terms(Person reader) {
        return reader.get(ROOMS + "/terms").json().at("/items");
    }

    private static JsonNode of(JsonNode terms, String kind) {
        return terms.valueStream()
                .filter(one -> one.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
