package cn.mingjian.server.administration;

import static cn.mingjian.server.testing.Lending.lend;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import cn.mingjian.server.testing.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Accounts that move to another department. */
class MoveTest {

    private static final String ACCOUNTS = "/api/v1/administration/accounts";
    private static final String SESSION = "/api/v1/session";

    private final TestServer server = TestServer.get();
    private final Tree tree = Tree.of(Role.SYSTEM_ADMIN);
    private final Person administrator = tree.administrator(tree.own());
    private final Place beside = server.departmentBeside(tree.own(), "beside");

    private int id(String login) {
        return server.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(login)
                .query(Integer.class)
                .single();
    }

    private Answer move(Person by, int account, Place to) {
        return by.put(ACCOUNTS + "/" + account + "/department", Map.of("department", to.department()));
    }

    private Person signedIn(String login) {
        Person person = new Person(server.address());
        person.signIn(login, TestServer.PASSWORD);
        return person;
    }

    private void grant(int account, Role role) {
        server.signedIn(tree.upper(), Role.SECURITY_ADMIN).put(ACCOUNTS + "/" + account + "/roles/" + role, Map.of());
    }

    @Test
    void shouldEndRolesAndSessionsWhenAnAccountMoves() {
        String login = server.account(tree.own(), Role.PROSECUTOR, Role.DEPARTMENT_HEAD);
        Person person = signedIn(login);

        Answer moved = move(administrator, id(login), tree.lower());

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().at("/office").asInt()).isEqualTo(tree.lower().office());
        assertThat(moved.json().at("/department").asInt())
                .isEqualTo(tree.lower().department());
        assertThat(moved.json().at("/roles").size()).isZero();
        assertThat(person.get(SESSION).status()).isEqualTo(401);
        assertThat(signedIn(login).get("/api/v1/desk").status()).isEqualTo(403);
    }

    @Test
    void shouldTellThePersonUntilTheyHaveReadOfIt() {
        String login = server.account(tree.own(), Role.PROSECUTOR);
        move(administrator, id(login), beside);
        Person person = signedIn(login);

        JsonNode told = person.get(SESSION).json().at("/moved");
        Answer read = person.put(SESSION + "/move", Map.of());

        assertThat(told.at("/office").asString()).isEqualTo("测试县人民检察院");
        assertThat(told.at("/department/en").asString()).isEqualTo("Technology");
        assertThat(told.at("/by").asString()).isEqualTo("测试员");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().at("/moved").isNull()).isTrue();
        assertThat(person.get(SESSION).json().at("/moved").isNull()).isTrue();
    }

    @Test
    void shouldShowTheAuditWhereTheAccountWasAndIs() {
        String login = server.account(tree.own());
        move(administrator, id(login), beside);

        JsonNode entry = server.signedIn(tree.upper(), Role.AUDIT_ADMIN)
                .get("/api/v1/audit/entries?act=account.move")
                .json()
                .at("/items/0");

        assertThat(entry.at("/objectName").asString()).isEqualTo(login);
        assertThat(entry.at("/details/fromDepartment").asInt())
                .isEqualTo(tree.own().department());
        assertThat(entry.at("/details/toDepartment").asInt()).isEqualTo(beside.department());
        assertThat(entry.at("/departments/" + tree.own().department() + "/en").asString())
                .isEqualTo("测试县人民检察院 · Technology");
        assertThat(entry.at("/departments/" + beside.department() + "/zh").asString())
                .isEqualTo("测试县人民检察院 · beside");
    }

    @Test
    void shouldEndForGoodWhatWasLent() {
        String head = server.account(tree.own(), Role.DEPARTMENT_HEAD);
        String borrower = server.account(tree.own(), Role.DUTY);
        String third = server.account(tree.own(), Role.DUTY);
        lend(signedIn(head), id(borrower), Role.DEPARTMENT_HEAD, 3);
        lend(signedIn(head), id(third), Role.DEPARTMENT_HEAD, 3);
        assertThat(signedIn(borrower).get("/api/v1/desk").status()).isEqualTo(200);

        move(administrator, id(borrower), beside);
        move(administrator, id(borrower), tree.own());

        assertThat(signedIn(borrower).get("/api/v1/desk").status()).isEqualTo(403);
        assertThat(signedIn(third).get("/api/v1/desk").status()).isEqualTo(200);

        move(administrator, id(head), beside);
        move(administrator, id(head), tree.own());
        grant(id(head), Role.DEPARTMENT_HEAD);

        assertThat(signedIn(third).get("/api/v1/desk").status()).isEqualTo(403);
        assertThat(signedIn(head).get("/api/v1/desk").status()).isEqualTo(200);
    }

    @Test
    void shouldMoveOnlyWithinWhatTheAdministratorKeeps() {
        int account = server.actor(tree.own(), Role.PROSECUTOR).id();

        for (Place out : new Place[] {tree.upper(), tree.sister()}) {
            assertThat(move(administrator, account, out).status()).isEqualTo(404);
            assertThat(move(administrator, server.actor(out, Role.PROSECUTOR).id(), beside)
                            .status())
                    .isEqualTo(404);
            assertThat(move(tree.administrator(tree.lower()), account, tree.lower())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(move(tree.administrator(tree.upper()), account, tree.sister())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldKeepOffTheOwnAccountAndThoseOfOtherAdministrators() {
        String self = server.account(tree.own(), Role.SYSTEM_ADMIN);
        int security = server.actor(tree.own(), Role.SECURITY_ADMIN).id();
        int audit = server.actor(tree.own(), Role.AUDIT_ADMIN).id();

        assertThat(move(signedIn(self), id(self), beside).problem()).isEqualTo("server.own-account");
        assertThat(move(administrator, security, beside).problem()).isEqualTo("server.account-of-administrator");
        assertThat(move(administrator, audit, beside).problem()).isEqualTo("server.account-of-administrator");
    }

    @Test
    void shouldRefuseADepartmentThatIsNoPlaceToMoveTo() {
        int account = server.actor(tree.own(), Role.PROSECUTOR).id();
        server.act(() -> server.part(JdbcClient.class)
                .sql("update office set closed = true where id = ?")
                .param(tree.lower().office())
                .update());

        assertThat(move(administrator, account, tree.own()).problem()).isEqualTo("server.account-there");
        assertThat(move(administrator, account, tree.lower()).problem()).isEqualTo("server.office-closed");
        assertThat(administrator
                        .put(ACCOUNTS + "/" + account + "/department", Map.of())
                        .problem())
                .isEqualTo("server.department-missing");
        assertThat(administrator
                        .get(ACCOUNTS + "?role=PROSECUTOR")
                        .json()
                        .at("/total")
                        .asInt())
                .as("nothing ended by a refusal")
                .isEqualTo(1);
    }
}
