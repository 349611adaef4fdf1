package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionTest {

    private static final String SESSION = "/api/v1/session";

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();

    @Test
    void shouldShowWhoSignedInWhenPasswordIsRight() {
        String login = server.account(place, Role.PROSECUTOR);
        Person person = new Person(server.address());

        Answer answer = person.signIn(login, TestServer.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(person.get(SESSION).json().at("/account").asString()).isEqualTo(login);
        assertThat(answer.json().at("/office/level").asString()).isEqualTo("COUNTY");
        assertThat(answer.json().at("/roles/0").asString()).isEqualTo("PROSECUTOR");
    }

    @Test
    void shouldAnswerTheSameWhenAccountOrPasswordIsWrong() {
        Person person = new Person(server.address());

        Answer wrongPassword = person.signIn(server.account(place), "Wrong-horse-7");
        Answer wrongAccount = person.signIn("nobody-here", TestServer.PASSWORD);

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongAccount.text()).isEqualTo(wrongPassword.text());
        assertThat(person.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void shouldLockTheAccountWhenFivePasswordsWereWrong() {
        String login = server.account(place);
        Person person = new Person(server.address());

        for (int i = 0; i < 5; i++) {
            assertThat(person.signIn(login, "Wrong-horse-" + i).status()).isEqualTo(401);
        }

        Answer answer = person.signIn(login, TestServer.PASSWORD);
        assertThat(answer.status()).isEqualTo(423);
        assertThat(answer.problem()).isEqualTo("server.account-locked");
    }

    @Test
    void shouldGiveANewSessionWhenSomebodySignsIn() {
        Person person = server.signedIn(place);
        String before = person.cookie("MINGJIAN_SESSION");

        person.signIn(server.account(place), TestServer.PASSWORD);

        assertThat(person.cookie("MINGJIAN_SESSION")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void shouldRefuseAWriteWhenTheTokenIsMissing() {
        Person person = server.signedIn(place);

        Answer answer = person.send(
                HttpRequest.newBuilder(URI.create(server.address() + SESSION)).DELETE());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(person.get(SESSION).status()).isEqualTo(200);
    }

    @Test
    void shouldEndTheSessionWhenSomebodySignsOut() {
        Person person = server.signedIn(place);

        assertThat(person.delete(SESSION).status()).isEqualTo(204);

        assertThat(person.get(SESSION).status()).isEqualTo(401);
    }

    @Test
    void shouldEndAnotherSessionOfTheSamePersonOnly() {
        String login = server.account(place);
        Person here = new Person(server.address());
        Person there = new Person(server.address());
        here.signIn(login, TestServer.PASSWORD);
        there.signIn(login, TestServer.PASSWORD);
        Person stranger = server.signedIn(place);

        JsonNode own = here.get(SESSION + "/own").json();
        String other = own.valueStream()
                .filter(session -> !session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();

        assertThat(own.size()).isEqualTo(2);
        assertThat(stranger.delete(SESSION + "/own/" + other).status()).isEqualTo(404);
        assertThat(there.get(SESSION).status()).isEqualTo(200);
        assertThat(here.delete(SESSION + "/own/" + other).status()).isEqualTo(204);
        assertThat(there.get(SESSION).status()).isEqualTo(401);
        assertThat(here.get(SESSION).status()).isEqualTo(200);
    }

    @Test
    void shouldOpenTheAccountWhenThePledgeIsGivenWithRightAnswers() {
        Person person = new Person(server.address());
        Answer first = person.signIn(server.newAccount(place), TestServer.PASSWORD);
        assertThat(first.json().at("/pledge").asString()).isEqualTo("DUE");
        assertThat(person.get(SESSION + "/pledge")
                        .json()
                        .at("/questions/0/answer")
                        .isMissingNode())
                .isTrue();

        Answer wrong = person.put(SESSION + "/pledge", Map.of("answers", Map.of("clue", 0, "open", 2, "leave", 0)));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/problems").size()).isEqualTo(1);

        Answer right = person.put(SESSION + "/pledge", Map.of("answers", Map.of("clue", 1, "open", 2, "leave", 0)));
        assertThat(right.json().at("/pledge").asString()).isEqualTo("OPEN");
    }

    @Test
    void shouldChangeThePasswordWhenTheNewOneKeepsTheRules() {
        String login = server.account(place);
        Person person = new Person(server.address());
        person.signIn(login, TestServer.PASSWORD);

        assertThat(change(person, "short-A1").problem()).isEqualTo("server.password-weak");
        assertThat(change(person, "x-" + login + "-Horse-7").problem()).isEqualTo("server.password-holds-login");
        assertThat(change(person, TestServer.PASSWORD).problem()).isEqualTo("server.password-same");
        assertThat(change(person, "Other-horse-8").status()).isEqualTo(200);

        assertThat(new Person(server.address()).signIn(login, "Other-horse-8").status())
                .isEqualTo(200);
    }

    private static Answer change(Person person, String password) {
        return person.put(SESSION + "/password", Map.of("old", TestServer.PASSWORD, "password", password));
    }
}
