package cn.mingjian.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DeskTest {

    private static final String DESK = "/api/v1/desk";

    private final TestServer server = TestServer.get();

    @Test
    void shouldShowOwnRunsThatEndedAndNoOthers() {
        DoneRun run = DoneRun.alone();

        JsonNode own = run.person().get(DESK).json();

        assertThat(own.at("/ended/0/id").asString()).isEqualTo(run.id());
        assertThat(own.at("/running").size()).isZero();
        assertThat(own.at("/deliveries").size()).isZero();
        assertThat(server.signedIn(run.place(), Role.PROSECUTOR)
                        .get(DESK)
                        .json()
                        .at("/ended")
                        .size())
                .isZero();
    }

    @Test
    void shouldShowDeliveriesThatWereNotRun() {
        Place place = server.office();
        String login = server.account(place, Role.PROSECUTOR);
        Person person = new Person(server.address());
        person.enter(login, TestServer.PASSWORD);
        String delivery = SampleRuns.delivery(place, login, List.of()).toString();

        assertThat(person.get(DESK).json().at("/deliveries/0/id").asString()).isEqualTo(delivery);
    }

    @Test
    void shouldRefuseWhoeverHasNoCasework() {
        assertThat(server.signedIn(server.office(), Role.SECURITY_ADMIN)
                        .get(DESK)
                        .status())
                .isEqualTo(403);
        assertThat(new Person(server.address()).get(DESK).status()).isEqualTo(401);
    }

    @Test
    void shouldShowTimeLimitsOfOwnCluesAndWhatIsDueAndWhatChanged() {
        Place place = server.office();
        String login = server.account(place, Role.PROSECUTOR);
        Person person = new Person(server.address());
        person.enter(login, TestServer.PASSWORD);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        clue(place, login, "soon", "CASE", today.plusDays(3));
        clue(place, login, "past", "CASE", today.minusDays(1));
        clue(place, login, "study", "STUDY", today.plusDays(1));
        person.post(
                "/api/v1/expected-deliveries",
                Map.of(
                        "provider",
                        "某局",
                        "rhythm",
                        "MONTHLY",
                        "firstDue",
                        today.minusDays(2).toString(),
                        "contracts",
                        List.of("market_entity")));
        String delivery = SampleRuns.delivery(place, login, List.of()).toString();

        JsonNode desk = person.get(DESK).json();

        assertThat(desk.at("/clocks/clues").findValuesAsString("clueId")).containsExactly("soon");
        assertThat(desk.at("/clocks/expected/0/overdue").asBoolean()).isTrue();
        assertThat(desk.at("/changes/deliveries/0/id").asString()).isEqualTo(delivery);
        JsonNode colleague = server.signedIn(place, Role.PROSECUTOR).get(DESK).json();
        assertThat(colleague.at("/clocks/clues").size()).isZero();
        assertThat(colleague.at("/changes/runs").size()).isEqualTo(3);
        JsonNode steward = server.signedIn(place, Role.DATA_STEWARD).get(DESK).json();
        assertThat(steward.at("/changes/runs").size()).isZero();
        assertThat(steward.at("/clocks/expected").size()).isOne();
        assertThat(server.signedIn(server.office(), Role.PROSECUTOR)
                        .get(DESK)
                        .json()
                        .at("/clocks/expected")
                        .size())
                .isZero();
    }

    /** A run of its own with one clue. */
    private void clue(Place place, String login, String clue, String purpose, LocalDate until) {
        UUID run = UUID.randomUUID();
        JdbcClient database = server.part(JdbcClient.class);
        server.act(() -> {
            database.sql("""
                            insert into run (id, office_id, department_id, model, version, digest, title_zh, title_en,
                                delivery_id, purpose, purpose_text, as_of, as_of_reason, parameters, state,
                                ordered_by, ordered_at, ended_at, clues)
                            select ?, ?, ?, 'm', '1', 'd', 't', 't', ?, ?, '', now(), '', '{}', 'DONE',
                                id, now(), now(), 1 from account where login = ?
                            """)
                    .params(run, place.office(), place.department(), UUID.randomUUID(), purpose, login)
                    .update();
            database.sql("""
                            insert into clue (run_id, number, office_id, department_id, clue_id, rule, code, grade,
                                urgency, time_limit, against, undecided, title_zh, title_en, bodies, masked,
                                fingerprint)
                            values (?, 1, ?, ?, ?, 'r', 'c', 'A', 'u', ?, 0, 0, 't', 't', '[]', '{}', 'f')
                            """)
                    .params(run, place.office(), place.department(), clue, until.toString())
                    .update();
        });
    }
}
