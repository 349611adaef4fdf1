package cn.mingjian.server.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import cn.mingjian.server.testing.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoleTest {

    private static final String ACCOUNTS = "/api/v1/administration/accounts/";

    private final TestServer server = TestServer.get();
    private final Tree tree = Tree.of(Role.SECURITY_ADMIN);
    private final Person security = tree.administrator(tree.own());

    private String path(Place place, Role held, Role role) {
        return ACCOUNTS + server.actor(place, held).id() + "/roles/" + role;
    }

    @Test
    void shouldCountAtTheNextRequestWhenARoleIsGivenOrTaken() {
        String login = server.account(tree.lower(), Role.DUTY);
        Person person = new Person(server.address());
        person.signIn(login, TestServer.PASSWORD);
        int id = server.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(login)
                .query(Integer.class)
                .single();
        assertThat(person.get("/api/v1/desk").status()).isEqualTo(403);

        assertThat(security.put(ACCOUNTS + id + "/roles/PROSECUTOR", Map.of()).status())
                .isEqualTo(200);
        assertThat(person.get("/api/v1/desk").status()).isEqualTo(200);

        assertThat(security.delete(ACCOUNTS + id + "/roles/PROSECUTOR").status())
                .isEqualTo(200);
        assertThat(person.get("/api/v1/desk").status()).isEqualTo(403);
    }

    @Test
    void shouldKeepTheThreeAdministratorsApart() {
        assertThat(security.put(path(tree.own(), Role.PROSECUTOR, Role.AUDIT_ADMIN), Map.of())
                        .problem())
                .isEqualTo("server.administrators-apart");
        assertThat(security.put(path(tree.own(), Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN), Map.of())
                        .problem())
                .isEqualTo("server.administrators-apart");
        assertThat(security.put(path(tree.own(), Role.AUDIT_ADMIN, Role.PROSECUTOR), Map.of())
                        .problem())
                .isEqualTo("server.administrators-apart");
        int account = server.actor(tree.own(), Role.AUDIT_ADMIN).id();
        assertThatThrownBy(() -> server.act(() -> server.part(JdbcClient.class)
                        .sql("insert into account_role values (?, 'CHIEF')")
                        .param(account)
                        .update()))
                .hasMessageContaining("An administrator holds no other role");
    }

    @Test
    void shouldRefuseAccountsOfOtherOfficesAndTheOwn() {
        for (Place other : new Place[] {tree.upper(), tree.sister()}) {
            String path = path(other, Role.PROSECUTOR, Role.PROSECUTOR);
            assertThat(security.put(path, Map.of()).status()).isEqualTo(404);
            assertThat(security.delete(path).status()).isEqualTo(404);
        }
        String own = server.account(tree.own(), Role.SECURITY_ADMIN);
        Person self = new Person(server.address());
        self.signIn(own, TestServer.PASSWORD);
        int id = server.part(JdbcClient.class)
                .sql("select id from account where login = ?")
                .param(own)
                .query(Integer.class)
                .single();
        assertThat(self.put(ACCOUNTS + id + "/roles/CHIEF", Map.of()).problem()).isEqualTo("server.own-account");
        assertThat(self.delete(ACCOUNTS + id + "/roles/SECURITY_ADMIN").problem())
                .isEqualTo("server.own-account");
    }

    @Test
    void shouldRefuseARoleThatThereIsNot() {
        int id = server.actor(tree.own()).id();

        assertThat(security.put(ACCOUNTS + id + "/roles/EMPEROR", Map.of()).status())
                .isEqualTo(404);
        assertThat(security.delete(ACCOUNTS + id + "/roles/CHIEF").problem()).isEqualTo("server.role-missing");
    }
}
