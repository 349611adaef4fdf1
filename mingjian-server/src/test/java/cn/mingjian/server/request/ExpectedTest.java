package cn.mingjian.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExpectedTest {

    private static final String PATH = "/api/v1/expected-deliveries";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person steward = server.signedIn(place, Role.DATA_STEWARD);
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void shouldTickOffWhatIsDueWhenItArrives() throws InterruptedException {
        String due = expect("cc_person", "MONTHLY", today.minusDays(3));
        String later = expect("cc_person", "YEARLY", today.plusDays(200));
        String other = expect("market_entity", "MONTHLY", today.minusDays(3));
        assertThat(one(due).at("/overdue").asBoolean()).isTrue();

        String delivery = bring();

        assertThat(one(due).at("/overdue").asBoolean()).isFalse();
        assertThat(one(due).at("/nextDue").asString())
                .isEqualTo(today.minusDays(3).plusMonths(1).toString());
        assertThat(one(due).at("/lastDelivery").asString()).isEqualTo(delivery);
        assertThat(one(later).at("/arrivals").asInt()).isZero();
        assertThat(one(other).at("/overdue").asBoolean()).isTrue();

        bring();
        assertThat(one(due).at("/arrivals").asInt())
                .as("a second one of the same month")
                .isOne();

        JsonNode back = steward.delete(PATH + "/" + due + "/arrivals/latest").json();
        assertThat(back.at("/nextDue").asString()).isEqualTo(today.minusDays(3).toString());
        assertThat(back.at("/overdue").asBoolean()).isTrue();
    }

    @Test
    void shouldNotTickOffWhatAnotherDepartmentExpects() throws InterruptedException {
        Person beside = server.signedIn(server.departmentBeside(place, "civil"), Role.DATA_STEWARD);
        beside.post(PATH, wish("cc_person", "MONTHLY", today));

        bring();

        assertThat(beside.get(PATH).json().at("/items/0/arrivals").asInt()).isZero();
        assertThat(steward.get(PATH).json().at("/total").asInt()).isZero();
    }

    @Test
    void shouldBeTickedOffByHandAndEnd() {
        String once = expect("cc_person", "ONCE", today);

        JsonNode ticked =
                steward.post(PATH + "/" + once + "/arrivals", Map.of()).json();
        assertThat(ticked.at("/nextDue").isNull()).isTrue();
        assertThat(ticked.at("/lastArrived").asString()).isEqualTo(today.toString());
        assertThat(steward.post(PATH + "/" + once + "/arrivals", Map.of()).problem())
                .isEqualTo("request.nothing-expected");

        Map<String, Object> monthly = wish("cc_person", "MONTHLY", today);
        assertThat(steward.put(PATH + "/" + once, monthly).json().at("/nextDue").asString())
                .isEqualTo(today.plusMonths(1).toString());

        assertThat(steward.delete(PATH + "/" + once).status()).isEqualTo(204);
        assertThat(steward.get(PATH).json().at("/total").asInt()).isZero();
    }

    @Test
    void shouldRefuseWhatIsNoLineOfTheCalendar() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "request.expected-provider", Map.of("provider", " "),
                "request.expected-tables", Map.of("contracts", List.of()),
                "request.table-unknown", Map.of("contracts", List.of("x'; drop table arrival; --")),
                "server.not-understood", Map.of("rhythm", "HOURLY"),
                "request.text", Map.of("remarks", "x".repeat(201)));
        wrong.forEach((problem, change) -> {
            Map<String, Object> wish = wish("cc_person", "ONCE", today);
            wish.putAll(change);
            assertThat(steward.post(PATH, wish).problem()).isEqualTo(problem);
        });
        Person stranger = server.signedIn(server.office(), Role.DATA_STEWARD);
        Map<String, Object> ofOthers = wish("cc_person", "ONCE", today);
        ofOthers.put(
                "request",
                prosecutor.post(Wishes.PATH, Wishes.wish()).json().at("/id").asString());
        assertThat(stranger.post(PATH, ofOthers).status()).isEqualTo(404);
        assertThat(steward.post(PATH, ofOthers).status()).isEqualTo(201);
    }

    private String expect(String contract, String rhythm, LocalDate first) {
        Answer answer = steward.post(PATH, wish(contract, rhythm, first));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private static Map<String, Object> wish(String contract, String rhythm, LocalDate first) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("provider", "某区司法局");
        wish.put("contracts", List.of(contract));
        wish.put("rhythm", rhythm);
        wish.put("firstDue", first.toString());
        wish.put("remarks", "");
        return wish;
    }

    private JsonNode one(String id) {
        for (JsonNode line : steward.get(PATH).json().at("/items")) {
            if (line.at("/id").asString().equals(id)) {
                return line;
            }
        }
        throw new AssertionError("Not in the calendar");
    }

    private String bring() throws InterruptedException {
        String id = Brought.bring(prosecutor, "registers", Map.of("社区矫正对象.csv", Brought.CORRECTION))
                .json()
                .at("/id")
                .asString();
        Brought.read(prosecutor, id);
        return id;
    }
}
