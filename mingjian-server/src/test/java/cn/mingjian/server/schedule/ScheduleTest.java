package cn.mingjian.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Brought;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleDatasets;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ScheduleTest {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    private final TestServer server = TestServer.get();
    private final Place place = server.office();
    private final String login = server.account(place, Role.PROSECUTOR);
    private final Person person = new Person(server.address());
    private final ScheduledRuns due = server.part(ScheduledRuns.class);

    ScheduleTest() {
        person.enter(login, TestServer.PASSWORD);
    }

    /** What a run finds is not asked here. */
    @AfterEach
    void stopRuns() {
        runs().forEach(run -> person.post("/api/v1/runs/" + run.at("/id").asString() + "/stop", Map.of()));
    }

    @Test
    void shouldOrderOneRunInTheNameOfTheOrdererWhenItsDayHasCome() {
        UUID delivery = SampleRuns.delivery(place, login);
        String id = ordered(wish("ONCE", Map.of("day", TODAY, "delivery", delivery.toString())));

        due.orderAll();
        due.orderAll();

        assertThat(runs().size()).isEqualTo(1);
        JsonNode run = runs().get(0);
        assertThat(run.at("/model").asString()).isEqualTo(SampleRuns.MODEL);
        assertThat(run.at("/asOf").asString()).isEqualTo(TODAY);
        assertThat(run.at("/orderedBy").asString()).isEqualTo("测试员");
        JsonNode schedule = schedule(id);
        assertThat(schedule.at("/state").asString()).isEqualTo("ENDED");
        assertThat(schedule.at("/nextDay").isNull()).isTrue();
        assertThat(schedule.at("/lastRun").asString()).isEqualTo(run.at("/id").asString());
        assertThat(acts("schedule.run", id)).isEqualTo(1);
    }

    @Test
    void shouldRunOnEachNewDeliveryOnWhichTheModelCanRun() throws InterruptedException {
        SampleRuns.delivery(place, login);
        String id = ordered(wish("ARRIVAL", Map.of()));
        due.orderAll();
        assertThat(runs().size()).as("what was there before does not count").isZero();

        Place elsewhere = server.office();
        SampleRuns.delivery(elsewhere, server.account(elsewhere, Role.PROSECUTOR));
        due.orderAll();
        assertThat(runs().size()).as("it is another office's").isZero();

        String judgments = Brought.bring(person, "criminal-judgment", Map.of("判决.txt", Brought.JUDGMENT))
                .json()
                .at("/id")
                .asString();
        Brought.read(person, judgments);
        due.orderAll();
        assertThat(runs().size()).as("nothing of it feeds the model").isZero();

        UUID registers = SampleRuns.delivery(place, login);
        due.orderAll();
        due.orderAll();
        assertThat(runs().size()).isEqualTo(1);
        String run = runs().get(0).at("/id").asString();
        assertThat(person.get("/api/v1/runs/" + run).json().at("/delivery").asString())
                .isEqualTo(registers.toString());
        assertThat(schedule(id).at("/state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void shouldRunOnTheDatasetsOfTheDepartmentWhenAVersionArrives() throws Exception {
        String id = ordered(wish("ARRIVAL", Map.of("onDatasets", true)));
        SampleRuns.delivery(place, login);
        due.orderAll();
        assertThat(runs().size()).as("a delivery is no version").isZero();

        List<String> versions = SampleDatasets.takenIn(server.signedIn(place, Role.DATA_STEWARD), person);
        due.orderAll();
        int ordered = runs().size();
        due.orderAll();

        assertThat(runs()).isNotEmpty().hasSize(ordered);
        assertThat(datasets(runs().get(0))).isEqualTo(versions.size());
        assertThat(tries(id)).containsExactlyInAnyOrderElementsOf(versions);
        assertThat(runs().get(0).at("/asOf").asString()).isLessThan(TODAY);
    }

    @Test
    void shouldRunOnTheNewestDatasetsOnADayAndNotOnADeliveryBeside() throws Exception {
        List<String> versions = SampleDatasets.takenIn(server.signedIn(place, Role.DATA_STEWARD), person);
        ordered(wish("ONCE", Map.of("day", TODAY, "onDatasets", true)));
        due.orderAll();

        assertThat(runs()).hasSize(1);
        assertThat(datasets(runs().get(0))).isEqualTo(versions.size());
        String delivery = SampleRuns.delivery(place, login).toString();
        assertThat(problem(wish("ONCE", Map.of("day", TODAY, "onDatasets", true, "delivery", delivery))))
                .isEqualTo("server.schedule-one-source");
    }

    private int datasets(JsonNode run) {
        return person.get("/api/v1/runs/" + run.at("/id").asString())
                .json()
                .at("/datasets")
                .size();
    }

    /** The versions about which a schedule was tried. */
    private List<String> tries(String schedule) {
        return server.part(JdbcClient.class)
                .sql("select unnest(versions)::text from schedule_try where schedule_id = ?::uuid")
                .param(schedule)
                .query(String.class)
                .list();
    }

    @Test
    void shouldOrderNothingWhilePausedAndSayWhyNothingWasRun() {
        String id = ordered(
                wish("MONTHLY", Map.of("dayOfMonth", LocalDate.parse(TODAY).getDayOfMonth())));
        person.post(SCHEDULES + "/" + id + "/pause", Map.of());
        due.orderAll();
        assertThat(schedule(id).at("/problems").size()).isZero();

        person.post(SCHEDULES + "/" + id + "/resume", Map.of());
        due.orderAll();

        JsonNode schedule = schedule(id);
        assertThat(schedule.at("/problems/0/code").asString()).isEqualTo("server.schedule-no-data");
        assertThat(schedule.at("/lastRun").isNull()).isTrue();
        assertThat(LocalDate.parse(schedule.at("/nextDay").asString())).isAfter(LocalDate.parse(TODAY));
    }

    @Test
    void shouldOrderNothingInTheNameOfSomebodyWhoLeft() {
        UUID delivery = SampleRuns.delivery(place, login);
        String id = ordered(wish("ONCE", Map.of("day", TODAY, "delivery", delivery.toString())));
        Person head = server.signedIn(place, Role.DEPARTMENT_HEAD);
        server.act(() -> server.part(JdbcClient.class)
                .sql("update account set closed = true where login = ?")
                .param(login)
                .update());

        due.orderAll();

        JsonNode schedule = head.get(SCHEDULES).json().at("/items/0");
        assertThat(schedule.at("/id").asString()).isEqualTo(id);
        assertThat(schedule.at("/problems/0/code").asString()).isEqualTo("server.schedule-orderer-gone");
        assertThat(head.get("/api/v1/runs").json().at("/total").asInt()).isZero();
    }

    @Test
    void shouldLetOnlyTheOrdererAndTheHeadsChangeIt() {
        String id = ordered(wish("ARRIVAL", Map.of()));
        String end = SCHEDULES + "/" + id + "/end";
        assertThat(server.signedIn(place, Role.PROSECUTOR).post(end, Map.of()).problem())
                .isEqualTo("server.schedule-not-yours");
        assertThat(server.signedIn(server.office(), Role.CHIEF)
                        .post(end, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(server.signedIn(place, Role.AUDIT_ADMIN).post(end, Map.of()).status())
                .isEqualTo(403);

        assertThat(server.signedIn(place, Role.DEPARTMENT_HEAD)
                        .post(end, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(person.post(end, Map.of()).problem()).isEqualTo("server.schedule-state");
    }

    @Test
    void shouldRefuseWhatNoRunCouldBeOrderedWith() {
        UUID foreign = SampleRuns.delivery(server.office(), login);
        assertThat(person.post(SCHEDULES, wish("ONCE", Map.of("day", TODAY, "delivery", foreign.toString())))
                        .status())
                .isEqualTo(404);
        assertThat(problem(wish("ONCE", Map.of("day", "2020-01-01")))).isEqualTo("server.schedule-day");
        assertThat(problem(wish("MONTHLY", Map.of("dayOfMonth", 32)))).isEqualTo("server.schedule-day-of-month");
        assertThat(problem(wish("ARRIVAL", Map.of("model", "../library")))).isEqualTo("server.run-model-unknown");
        assertThat(problem(wish("ARRIVAL", Map.of("purposeText", "没有号码")))).isEqualTo("server.run-case-number-missing");
        assertThat(problem(wish("ARRIVAL", Map.of("parameters", Map.of("no-such", "1")))))
                .isNotEmpty();
        assertThat(schedules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2024-02-10, 2024-02-29",
        "31, 2024-03-01, 2024-03-31",
        "1, 2024-03-02, 2024-04-01",
        "15, 2024-12-16, 2025-01-15",
        "15, 2024-12-15, 2024-12-15"
    })
    void shouldTakeTheLastDayOfAShorterMonth(int day, LocalDate notBefore, LocalDate next) {
        assertThat(Occasion.nextMonthly(day, notBefore)).isEqualTo(next);
    }

    private static Map<String, Object> wish(String occasion, Map<String, Object> more) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "model", SampleRuns.MODEL,
                "purpose", "CASE",
                "purposeText", "示检公益〔2024〕1号",
                "asOf", "DATA_END",
                "asOfReason", "每月数据",
                "occasion", occasion));
        wish.putAll(more);
        return wish;
    }

    private String ordered(Map<String, Object> wish) {
        return person.post(SCHEDULES, wish).json().at("/id").asString();
    }

    private String problem(Map<String, Object> wish) {
        Person.Answer answer = person.post(SCHEDULES, wish);
        assertThat(answer.status()).isEqualTo(400);
        return answer.problem();
    }

    private List<JsonNode> runs() {
        return List.copyOf(person.get("/api/v1/runs").json().at("/items").values());
    }

    private List<JsonNode> schedules() {
        return List.copyOf(person.get(SCHEDULES).json().at("/items").values());
    }

    private JsonNode schedule(String id) {
        return schedules().stream()
                .filter(one -> one.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long acts(String act, String schedule) {
        return server.part(JdbcClient.class)
                .sql("select count(*) from audit_entry where act = ? and object_id = ? and actor_id is not null")
                .params(act, schedule)
                .query(Long.class)
                .single();
    }
}
