package cn.mingjian.server.administration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Openings;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Register;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What somebody sees who moved to another department of the office, and what became of what they left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovedPersonTest {

    private static final String ACCOUNTS = "/api/v1/administration/accounts/";
    private static final List<String> LISTS = List.of(
            "/api/v1/desk",
            "/api/v1/runs",
            "/api/v1/datasets",
            "/api/v1/drafts",
            "/api/v1/schedules",
            "/api/v1/requests",
            "/api/v1/expected-deliveries",
            "/api/v1/opening-requests");

    private final TestServer server = TestServer.get();
    private final DoneRun run = DoneRun.alone();
    private final Place old = run.place();
    private final Place fresh = server.departmentBeside(old, "fresh");
    private final Person head = server.signedIn(old, Role.DEPARTMENT_HEAD);
    private final Person moved = new Person(server.address());

    private String dataset = "";
    private String draft = "";
    private String schedule = "";
    private String monthly = "";
    private String request = "";
    private String permission = "";
    private String freshRequest = "";
    private int account;

    @BeforeAll
    void move() throws InterruptedException {
        account = server.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(run.login())
                .query(Integer.class)
                .single();
        role(Role.DATA_STEWARD);
        dataset = Register.dataset(run.person());
        draft = made(run.person(), "/api/v1/drafts", Map.of("name", "草稿"));
        schedule = made(run.person(), "/api/v1/schedules", SCHEDULE);
        monthly = made(run.person(), "/api/v1/schedules", SCHEDULE);
        request = made(run.person(), "/api/v1/requests", REQUEST);
        permission = made(run.person(), "/api/v1/runs/" + run.id() + "/opening-requests", Openings.WISH);
        head.put("/api/v1/opening-requests/" + permission + "/decision", Map.of("allow", true, "words", "工作需要"));
        freshRequest = made(server.signedIn(fresh, Role.PROSECUTOR), "/api/v1/requests", REQUEST);

        server.signedIn(old, Role.SYSTEM_ADMIN)
                .put(ACCOUNTS + account + "/department", Map.of("department", fresh.department()));
        moved.signIn(run.login(), TestServer.PASSWORD);
    }

    private static final Map<String, Object> SCHEDULE = Map.of(
            "model", "shell-companies",
            "purpose", "STUDY",
            "asOf", "RUN_DAY",
            "asOfReason", "x",
            "occasion", "ARRIVAL");
    private static final Map<String, Object> REQUEST =
            Map.of("way", "PUBLIC", "owner", "tax", "provider", "某局", "contracts", List.of("market_entity"));

    private static String made(Person person, String path, Object wish) {
        return person.post(path, wish).json().at("/id").asString();
    }

    private void role(Role role) {
        server.signedIn(old, Role.SECURITY_ADMIN).put(ACCOUNTS + account + "/roles/" + role, Map.of());
    }

    private void without(Role role) {
        server.signedIn(old, Role.SECURITY_ADMIN).delete(ACCOUNTS + account + "/roles/" + role);
    }

    @Test
    void shouldSeeNothingOfTheOldDepartmentAndTheNewOneOnlyInARole() {
        for (String list : LISTS) {
            assertThat(moved.get(list).status()).as(list).isEqualTo(403);
        }
        role(Role.PROSECUTOR);
        role(Role.DATA_STEWARD);
        role(Role.DEPARTMENT_HEAD);

        List<String> left = List.of(run.id(), dataset, draft, schedule, request, permission);
        for (String list : LISTS) {
            assertThat(moved.get(list).status()).as(list).isEqualTo(200);
            assertThat(moved.get(list).text()).as(list).doesNotContain(left);
        }
        assertThat(moved.get("/api/v1/requests").text()).contains(freshRequest);
        assertThat(moved.get("/api/v1/runs/" + run.id()).status()).isEqualTo(404);
        assertThat(moved.get(run.clues()).status()).isEqualTo(404);
        assertThat(moved.get("/api/v1/deliveries/" + run.page().at("/delivery").asString())
                        .status())
                .isEqualTo(404);
        assertThat(moved.get("/api/v1/drafts/" + draft).status()).isEqualTo(404);
        assertThat(moved.get("/api/v1/requests/" + request).status()).isEqualTo(404);
        assertThat(moved.post("/api/v1/schedules/" + schedule + "/end", Map.of())
                        .status())
                .isEqualTo(404);
        without(Role.PROSECUTOR);
        without(Role.DATA_STEWARD);
        without(Role.DEPARTMENT_HEAD);
    }

    @Test
    void shouldLeaveToTheDepartmentWhatWasDoneInIt() {
        Person steward = server.signedIn(old, Role.DATA_STEWARD);

        assertThat(head.get("/api/v1/runs/" + run.id()).status()).isEqualTo(200);
        assertThat(head.get("/api/v1/requests/" + request).status()).isEqualTo(200);
        assertThat(steward.get("/api/v1/datasets/" + dataset).status()).isEqualTo(200);
        assertThat(steward.get("/api/v1/drafts/" + draft).status()).isEqualTo(200);
    }

    @Test
    void shouldLetPermissionsRunOut() {
        JsonNode asked = head.get("/api/v1/opening-requests").json().at("/items/0");

        assertThat(asked.at("/id").asString()).isEqualTo(permission);
        assertThat(asked.at("/state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void shouldNotChangeWhatWasLeftWhenTheOfficeIsSeenWhole() {
        role(Role.CASE_MANAGEMENT);

        assertThat(shown(moved, schedule).at("/mayChange").asBoolean()).isFalse();
        assertThat(moved.post("/api/v1/schedules/" + schedule + "/end", Map.of())
                        .problem())
                .isEqualTo("server.schedule-not-yours");
        assertThat(moved.post("/api/v1/runs/" + run.id() + "/stop", Map.of()).problem())
                .isEqualTo("server.run-not-yours-to-stop");
        without(Role.CASE_MANAGEMENT);
    }

    private static JsonNode shown(Person person, String schedule) {
        return person.get("/api/v1/schedules")
                .json()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/id").asString().equals(schedule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldLetSchedulesWaitUntilTheHeadTakesThemOver() {
        Person chief = server.signedIn(fresh, Role.CHIEF);
        JsonNode waiting = shown(head, monthly);
        String resume = "/api/v1/schedules/" + monthly + "/resume";

        assertThat(waiting.at("/state").asString()).isEqualTo("PAUSED");
        assertThat(waiting.at("/problems/0/code").asString()).isEqualTo("server.schedule-orderer-moved");
        assertThat(chief.post(resume, Map.of()).problem()).isEqualTo("server.schedule-of-department");

        assertThat(head.post(resume, Map.of()).status()).isEqualTo(204);
        assertThat(server.part(JdbcClient.class)
                        .sql("select ordered_by from schedule where id = cast(? as uuid)")
                        .param(monthly)
                        .query(Integer.class)
                        .single())
                .isNotEqualTo(account);
    }
}
