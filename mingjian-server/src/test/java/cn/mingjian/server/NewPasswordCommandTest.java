package cn.mingjian.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NewPasswordCommandTest {

    private static final Pattern PASSWORD = Pattern.compile("[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}");

    private final TestServer server = TestServer.get();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        return new CommandLine(new NewPasswordCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void shouldLetTheSecurityAdministratorInAgainAndNobodyWhoIsSignedIn() {
        TestServer.Place office = server.office();
        String login = server.account(office, Role.SECURITY_ADMIN);
        Person before = new Person(server.address());
        before.enter(login, TestServer.PASSWORD);

        assertThat(call(login, "--lang", "en")).isZero();

        Matcher made = PASSWORD.matcher(out.toString());
        assertThat(made.find()).isTrue();
        assertThat(before.get("/api/v1/session").status()).isEqualTo(401);
        Person after = new Person(server.address());
        after.enter(login, made.group());
        assertThat(after.get("/api/v1/session").json().at("/passwordChange").asBoolean())
                .isTrue();
    }

    @Test
    void shouldLeaveEverybodyElseToTheSystemAdministrator() {
        String login = server.account(server.office(), Role.PROSECUTOR);

        assertThat(call(login, "--lang", "en")).isNotZero();

        Person same = new Person(server.address());
        same.enter(login, TestServer.PASSWORD);
        assertThat(same.get("/api/v1/session").status()).isEqualTo(200);
    }
}
