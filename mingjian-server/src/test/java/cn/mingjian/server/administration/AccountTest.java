package cn.mingjian.server.administration;

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

class AccountTest {

    private static final String ACCOUNTS = "/api/v1/administration/accounts";
    private static final String SESSION = "/api/v1/session";

    private final TestServer server = TestServer.get();
    private final Tree tree = Tree.of(Role.SYSTEM_ADMIN);
    private final Person administrator = tree.administrator(tree.own());

    private Answer make(Person by, Place place, String login) {
        return by.post(ACCOUNTS, Map.of("department", place.department(), "login", login, "name", "新人"));
    }

    @Test
    void shouldMakeAnAccountWithoutRolesThatChoosesItsOwnPassword() {
        Answer made = make(administrator, tree.lower(), "new-" + tree.own().office());
        Person person = new Person(server.address());

        Answer entered = person.signIn(
                made.json().at("/account/login").asString(),
                made.json().at("/password").asString());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/account/roles").size()).isZero();
        assertThat(entered.json().at("/passwordChange").asBoolean()).isTrue();
        assertThat(entered.json().at("/pledge").asString()).isEqualTo("DUE");
    }

    @Test
    void shouldRefuseAnAccountWhenItsOfficeIsNotKept() {
        assertThat(make(administrator, tree.upper(), "up-" + tree.own().office())
                        .status())
                .isEqualTo(404);
        assertThat(make(administrator, tree.sister(), "side-" + tree.own().office())
                        .status())
                .isEqualTo(404);
        assertThat(make(administrator, tree.own(), "Großer Name").problem()).isEqualTo("server.login-form");
    }

    @Test
    void shouldListAccountsOfTheOwnAndLowerOfficesOnly() {
        String upper = server.account(tree.upper());
        String own = server.account(tree.own());
        String lower = server.account(tree.lower());
        String sister = server.account(tree.sister());

        String all = administrator.get(ACCOUNTS + "?size=200").text();

        assertThat(all).contains("\"" + own + "\"", "\"" + lower + "\"");
        assertThat(all).doesNotContain("\"" + upper + "\"", "\"" + sister + "\"");
        assertThat(administrator
                        .get(ACCOUNTS + "?query=" + lower)
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(administrator
                        .get(ACCOUNTS + "?query=" + sister)
                        .json()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void shouldNarrowTheListByOfficeRoleAndState() {
        server.account(tree.lower(), Role.PROSECUTOR);
        server.newAccount(tree.lower(), Role.CHIEF);

        assertThat(total("?role=PROSECUTOR")).isEqualTo(1);
        assertThat(total("?state=PLEDGE_DUE")).isEqualTo(1);
        assertThat(total("?office=" + tree.lower().office())).isEqualTo(2);
        assertThat(administrator.get(ACCOUNTS + "?state=OPEN'--").status()).isEqualTo(400);
    }

    private int total(String query) {
        return administrator.get(ACCOUNTS + query).json().at("/total").asInt();
    }

    @Test
    void shouldLetOnlyAdministratorsFromAboveChangeAnAccount() {
        int account = server.actor(tree.own(), Role.PROSECUTOR).id();
        for (String change : new String[] {"/password", "/close", "/reopen", "/unlock"}) {
            String path = ACCOUNTS + "/" + account + change;

            assertThat(tree.administrator(tree.sister()).post(path, Map.of()).status())
                    .as(change + " by the sister office")
                    .isEqualTo(404);
            assertThat(tree.administrator(tree.lower()).post(path, Map.of()).status())
                    .as(change + " by the lower office")
                    .isEqualTo(404);
            assertThat(tree.administrator(tree.upper()).post(path, Map.of()).status())
                    .as(change + " by the upper office")
                    .isEqualTo(200);
        }
        String codes = ACCOUNTS + "/" + account + "/codes";
        assertThat(tree.administrator(tree.sister()).delete(codes).status()).isEqualTo(404);
        assertThat(tree.administrator(tree.upper()).delete(codes).status()).isEqualTo(200);
    }

    @Test
    void shouldEndTheSessionsWhenAnAccountIsClosed() {
        String login = server.account(tree.own());
        Person person = new Person(server.address());
        person.signIn(login, TestServer.PASSWORD);

        administrator.post(ACCOUNTS + "/" + id(login) + "/close", Map.of());

        assertThat(person.get(SESSION).status()).isEqualTo(401);
        assertThat(person.signIn(login, TestServer.PASSWORD).problem()).isEqualTo("server.account-closed");
        assertThat(person.signIn(login, "Wrong-horse-7").problem()).isEqualTo("server.wrong-password");

        administrator.post(ACCOUNTS + "/" + id(login) + "/reopen", Map.of());
        assertThat(person.signIn(login, TestServer.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void shouldReplaceThePasswordWhenANewOneIsHandedOut() {
        String login = server.account(tree.own());
        Person before = new Person(server.address());
        before.signIn(login, TestServer.PASSWORD);

        String password = administrator
                .post(ACCOUNTS + "/" + id(login) + "/password", Map.of())
                .json()
                .at("/password")
                .asString();

        assertThat(before.get(SESSION).status()).isEqualTo(401);
        assertThat(before.signIn(login, TestServer.PASSWORD).status()).isEqualTo(401);
        assertThat(before.signIn(login, password).json().at("/passwordChange").asBoolean())
                .isTrue();
    }

    @Test
    void shouldUnlockAnAccount() {
        String login = server.account(tree.own());
        Person person = new Person(server.address());
        for (int i = 0; i < 5; i++) {
            person.signIn(login, "Wrong-horse-" + i);
        }
        assertThat(person.signIn(login, TestServer.PASSWORD).status()).isEqualTo(423);

        administrator.post(ACCOUNTS + "/" + id(login) + "/unlock", Map.of());

        assertThat(person.signIn(login, TestServer.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void shouldKeepOffTheOwnAccountAndThoseOfOtherAdministrators() {
        String self = server.account(tree.own(), Role.SYSTEM_ADMIN);
        Person person = new Person(server.address());
        person.signIn(self, TestServer.PASSWORD);
        int security = server.actor(tree.own(), Role.SECURITY_ADMIN).id();

        assertThat(person.post(ACCOUNTS + "/" + id(self) + "/close", Map.of()).problem())
                .isEqualTo("server.own-account");
        assertThat(person.post(ACCOUNTS + "/" + security + "/password", Map.of())
                        .problem())
                .isEqualTo("server.account-of-administrator");
    }

    @Test
    void shouldCloseTheAccountWhenThePledgeLapsedLongAgo() {
        String login = server.account(tree.own());
        Person person = new Person(server.address());
        person.signIn(login, TestServer.PASSWORD);

        pledgedUntil(login, 30);
        assertThat(person.get(SESSION).json().at("/pledge").asString()).isEqualTo("DUE");

        pledgedUntil(login, 31);
        assertThat(person.get(SESSION).status()).isEqualTo(401);
        assertThat(person.signIn(login, TestServer.PASSWORD).problem()).isEqualTo("server.account-lapsed");
        assertThat(total("?state=LAPSED")).isEqualTo(1);

        administrator.post(ACCOUNTS + "/" + id(login) + "/reopen", Map.of());
        assertThat(person.signIn(login, TestServer.PASSWORD)
                        .json()
                        .at("/pledge")
                        .asString())
                .isEqualTo("DUE");
    }

    private void pledgedUntil(String login, int daysAgo) {
        server.act(() -> server.part(JdbcClient.class)
                .sql("update account set pledged_until = (now() at time zone 'Asia/Shanghai')::date - ?"
                        + " where login = ?")
                .params(daysAgo, login)
                .update());
    }

    @Test
    void shouldSayWhereTheTermsComeFrom() {
        assertThat(administrator
                        .get(ACCOUNTS + "/terms")
                        .json()
                        .at("/lapse/source/zh")
                        .asString())
                .contains("GB/T 22239-2019");
    }

    private int id(String login) {
        return server.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(login)
                .query(Integer.class)
                .single();
    }
}
