package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class OneTimeCodeTest {

    private static final String CODES = "/api/v1/session/codes";

    private final TestServer server = TestServer.get();
    private final String login = server.account(server.office());
    private final Person person = signedIn();

    private byte[] secret = {};
    private long step = Totp.step(Instant.now()) - 1;

    private Person signedIn() {
        Person one = new Person(server.address());
        one.signIn(login, TestServer.PASSWORD);
        return one;
    }

    /** Each call a later one: before, at and after this moment all are taken, each once. */
    private String nextCode() {
        return Totp.code(secret, step++);
    }

    private JsonNode switchOn() {
        Answer begun = person.post(CODES, Map.of("password", TestServer.PASSWORD));
        secret = new Base32().decode(begun.json().at("/secret").asString());
        return person.put(CODES, Map.of("code", nextCode())).json().at("/recovery");
    }

    private Answer enter(String password, String code) {
        return new Person(server.address())
                .post("/api/v1/session", Map.of("account", login, "password", password, "code", code));
    }

    @Test
    void shouldAskForACodeOnceTheyAreOn() {
        assertThat(person.post(CODES, Map.of("password", "Wrong-horse-7")).status())
                .isEqualTo(400);
        assertThat(person.get(CODES).json().at("/on").asBoolean()).isFalse();

        assertThat(switchOn().size()).isEqualTo(8);

        assertThat(person.get(CODES).json().at("/on").asBoolean()).isTrue();
        assertThat(enter(TestServer.PASSWORD, "").problem()).isEqualTo("server.code-needed");
        assertThat(enter(TestServer.PASSWORD, "12345").problem()).isEqualTo("server.code-wrong");
        assertThat(enter("Wrong-horse-7", nextCode()).problem()).isEqualTo("server.wrong-password");
        assertThat(enter(TestServer.PASSWORD, nextCode()).status()).isEqualTo(200);
    }

    @Test
    void shouldTakeACodeOnce() {
        switchOn();
        String code = nextCode();

        assertThat(enter(TestServer.PASSWORD, code).status()).isEqualTo(200);
        assertThat(enter(TestServer.PASSWORD, code).problem()).isEqualTo("server.code-wrong");
    }

    @Test
    void shouldTakeARecoveryCodeOnce() {
        String recovery = switchOn().get(3).asString();

        assertThat(enter(TestServer.PASSWORD, recovery).status()).isEqualTo(200);
        assertThat(enter(TestServer.PASSWORD, recovery).problem()).isEqualTo("server.code-wrong");
        assertThat(person.get(CODES).json().at("/recovery").asInt()).isEqualTo(7);
    }

    @Test
    void shouldLockTheAccountWhenFiveCodesWereWrong() {
        switchOn();
        for (int i = 0; i < 5; i++) {
            assertThat(enter(TestServer.PASSWORD, "00000" + i).status()).isEqualTo(401);
            assertThat(enter(TestServer.PASSWORD, "").status()).isIn(401, 423);
        }

        assertThat(enter(TestServer.PASSWORD, nextCode()).status()).isEqualTo(423);
    }

    @Test
    void shouldSwitchOffWithPasswordAndCodeOnly() {
        switchOn();

        assertThat(end("Wrong-horse-7", "000000").status()).isEqualTo(400);
        assertThat(end(TestServer.PASSWORD, "000000").problem()).isEqualTo("server.code-wrong");
        assertThat(enter(TestServer.PASSWORD, "").problem()).isEqualTo("server.code-needed");

        assertThat(end(TestServer.PASSWORD, nextCode()).status()).isEqualTo(200);
        assertThat(enter(TestServer.PASSWORD, "").status()).isEqualTo(200);
    }

    private Answer end(String password, String code) {
        return person.post(CODES + "/end", Map.of("password", password, "code", code));
    }

    @Test
    void shouldKeepTheSecretOutOfDatabaseAndAudit() {
        switchOn();
        JdbcClient database = server.part(JdbcClient.class);
        byte[] kept = database.sql("select secret from one_time_code where account_id ="
                        + " (select id from account where login = ?)")
                .param(login)
                .query(byte[].class)
                .single();
        String audit = String.join(
                "\n",
                database.sql("select details from audit_entry order by number desc limit 50")
                        .query(String.class)
                        .list());

        assertThat(kept).isNotEqualTo(secret);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(audit).doesNotContain(new Base32().encodeAsString(secret));
    }
}
