package cn.mingjian.server.administration;

import static cn.mingjian.server.testing.Lending.lend;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DelegationTest {

    private static final String DELEGATIONS = "/api/v1/delegations";

    private final TestServer server = TestServer.get();
    private final Place place = server.office();
    private final String headLogin = server.account(place, Role.DEPARTMENT_HEAD);
    private final String borrowerLogin = server.account(place, Role.DUTY);
    private final Person head = signedIn(headLogin);
    private final Person borrower = signedIn(borrowerLogin);

    private Person signedIn(String login) {
        Person person = new Person(server.address());
        person.signIn(login, TestServer.PASSWORD);
        return person;
    }

    private int id(String login) {
        return server.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(login)
                .query(Integer.class)
                .single();
    }

    private boolean holds() {
        return borrower.get("/api/v1/desk").status() == 200;
    }

    private void change(String sql, Object... parameters) {
        server.act(
                () -> server.part(JdbcClient.class).sql(sql).params(parameters).update());
    }

    @Test
    void shouldHoldFromTheNextRequestUntilItIsEnded() {
        assertThat(holds()).isFalse();

        Answer lent = lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 3);

        assertThat(lent.status()).isEqualTo(201);
        assertThat(lent.json().at("/state").asString()).isEqualTo("HOLDS");
        assertThat(holds()).isTrue();
        Answer ended = head.post(DELEGATIONS + "/" + lent.json().at("/id").asString() + "/end", Map.of());
        assertThat(ended.json().at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(holds()).isFalse();
    }

    @Test
    void shouldHoldWithinItsTermOnly() {
        lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 3);

        change(
                "update delegation set begins = begins - 10, until = until - 3 where borrower_id = ?",
                id(borrowerLogin));
        assertThat(holds()).isFalse();
        assertThat(head.get(DELEGATIONS).json().at("/items/0/state").asString()).isEqualTo("OVER");
    }

    @Test
    void shouldEndWithTheLendersOwn() {
        lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 3);
        assertThat(holds()).isTrue();

        change("update account set closed = true where id = ?", id(headLogin));
        assertThat(holds()).isFalse();
        change("update account set closed = false where id = ?", id(headLogin));
        assertThat(holds()).isTrue();

        change("update account set pledged_until = current_date - 100 where id = ?", id(headLogin));
        assertThat(holds()).isFalse();
        change("update account set pledged_until = current_date + 100 where id = ?", id(headLogin));
        assertThat(holds()).isTrue();

        change("delete from account_role where account_id = ?", id(headLogin));
        assertThat(holds()).isFalse();
    }

    @Test
    void shouldEndWhenTheBorrowerLeavesTheDepartment() {
        lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 3);

        change(
                "update account set department_id = ? where id = ?",
                server.departmentBeside(place, "left").department(),
                id(borrowerLogin));

        assertThat(holds()).isFalse();
    }

    @Test
    void shouldLendOnlyWhatTheLenderHoldsThemselves() {
        Actor third = server.actor(place, Role.DUTY);

        assertThat(lend(head, third.id(), Role.CHIEF, 3).problem()).isEqualTo("server.delegation-not-held");

        lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 3);
        assertThat(lend(borrower, third.id(), Role.DEPARTMENT_HEAD, 3).problem())
                .isEqualTo("server.delegation-not-held");
        assertThat(borrower.get(DELEGATIONS + "/offer").json().at("/roles").size())
                .isZero();
    }

    @Test
    void shouldLendOnlyToPeopleOfTheDepartmentWhoAreNoAdministrators() {
        Actor beside = server.actor(server.departmentBeside(place, "beside"), Role.DUTY);
        Actor stranger = server.actor(server.office(), Role.DUTY);
        Actor administrator = server.actor(place, Role.SYSTEM_ADMIN);

        for (Actor other : new Actor[] {beside, stranger, administrator}) {
            assertThat(lend(head, other.id(), Role.DEPARTMENT_HEAD, 3).status()).isEqualTo(404);
        }
        assertThat(lend(head, id(headLogin), Role.DEPARTMENT_HEAD, 3).status()).isEqualTo(404);
        assertThat(head.get(DELEGATIONS + "/offer").json().at("/people").size()).isEqualTo(1);
    }

    @Test
    void shouldRefuseATermThatIsTooLongOrPast() {
        assertThat(lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 91).problem())
                .isEqualTo("server.delegation-term");
        assertThat(lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 0).problem())
                .isEqualTo("server.delegation-term");
        Map<String, Object> wish = new LinkedHashMap<>(Map.of("to", id(borrowerLogin), "role", "DEPARTMENT_HEAD"));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        wish.put("from", today);
        wish.put("until", today);
        assertThat(head.post(DELEGATIONS, wish).problem()).isEqualTo("server.delegation-reason");
    }

    @Test
    void shouldBeSeenByTheDepartmentAndTheSecurityAdministratorOnly() {
        String lent = lend(head, id(borrowerLogin), Role.DEPARTMENT_HEAD, 3)
                .json()
                .at("/id")
                .asString();
        Person beside = server.signedIn(server.departmentBeside(place, "beside"), Role.DEPARTMENT_HEAD);
        Person other = server.signedIn(server.office(), Role.CHIEF);
        Person otherSecurity = server.signedIn(server.office(), Role.SECURITY_ADMIN);
        for (Person stranger : new Person[] {beside, other, otherSecurity}) {
            assertThat(stranger.get(DELEGATIONS).json().at("/total").asInt()).isZero();
            assertThat(stranger.post(DELEGATIONS + "/" + lent + "/end", Map.of())
                            .status())
                    .isEqualTo(404);
        }

        Person chief = server.signedIn(server.departmentBeside(place, "chief"), Role.CHIEF);
        assertThat(chief.get(DELEGATIONS).json().at("/total").asInt()).isEqualTo(1);
        assertThat(chief.post(DELEGATIONS + "/" + lent + "/end", Map.of()).problem())
                .isEqualTo("server.delegation-not-yours");

        Person security = server.signedIn(place, Role.SECURITY_ADMIN);
        assertThat(security.post(DELEGATIONS + "/" + lent + "/end", Map.of()).status())
                .isEqualTo(200);
        assertThat(holds()).isFalse();
    }
}
