package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Organisation;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.Person.Answer;
import cn.mingjian.server.testing.TestServer;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrganisationSignInTest {

    private static final String ORGANISATION = "/api/v1/session/organisation";

    private final TestServer server = TestServer.get();
    private final Organisation organisation = server.organisation();
    private final TestServer.Place place = server.office();
    private final String login = server.account(place, Role.PROSECUTOR);
    private final Person person = new Person(server.address());

    @Test
    void shouldLetInWhomTheOrganisationConfirmsAndRecordTheWay() {
        URI question = ask(person);

        Answer answer = enter(person, question, organisation.confirm(question, login));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/roles/0").asString()).isEqualTo("PROSECUTOR");
        assertThat(person.get("/api/v1/session").json().at("/account").asString())
                .isEqualTo(login);
        assertThat(server.part(JdbcClient.class)
                        .sql("""
                                select e.details::text from audit_entry e join account a on a.id = e.actor_id
                                where a.login = ? and e.act = 'session.begin'
                                """)
                        .param(login)
                        .query(String.class)
                        .single())
                .contains("organisation");
    }

    @Test
    void shouldGiveANewSessionWhenSomebodyEnters() {
        URI question = ask(person);
        String before = person.cookie("MINGJIAN_SESSION");

        enter(person, question, organisation.confirm(question, login));

        assertThat(person.cookie("MINGJIAN_SESSION")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void shouldRefuseAnAnswerThatThisSessionDidNotAskForOrHasHad() {
        URI question = ask(person);
        String code = organisation.confirm(question, login);
        Person victim = new Person(server.address());
        ask(victim);

        assertThat(enter(victim, question, code).problem()).isEqualTo("server.outside-refused");
        assertThat(enter(new Person(server.address()), question, code).problem())
                .isEqualTo("server.outside-refused");
        assertThat(enter(person, question, code).status()).isEqualTo(200);
        assertThat(enter(person, question, code).problem()).isEqualTo("server.outside-refused");
        assertThat(victim.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void shouldRefuseWhoeverComesBackWithoutACode() {
        assertThat(enter(person, ask(person), "").problem()).isEqualTo("server.outside-refused");
    }

    @Test
    void shouldRefuseATokenThatIsForgedOrLateOrForAnotherQuestion() {
        URI question = ask(person);
        assertThat(enter(person, question, organisation.forge(question, login)).problem())
                .isEqualTo("server.outside-refused");
        URI second = ask(person);
        assertThat(enter(person, second, organisation.late(second, login)).problem())
                .isEqualTo("server.outside-refused");
        URI third = ask(person);
        assertThat(enter(person, third, organisation.confirm(question, login)).problem())
                .isEqualTo("server.outside-refused");
        assertThat(person.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void shouldLetNobodyInWhoHasNoOpenAccountHere() {
        URI question = ask(person);
        assertThat(enter(person, question, organisation.confirm(question, "nobody-here"))
                        .problem())
                .isEqualTo("server.outside-unknown");
        server.act(() -> server.part(JdbcClient.class)
                .sql("update account set closed = true where login = ?")
                .param(login)
                .update());
        URI again = ask(person);
        assertThat(enter(person, again, organisation.confirm(again, login)).problem())
                .isEqualTo("server.account-closed");
        assertThat(person.get("/api/v1/session").status()).isEqualTo(401);
    }

    private URI ask(Person asking) {
        Answer answer = asking.put(ORGANISATION, Map.of());
        assertThat(answer.status()).isEqualTo(200);
        return URI.create(answer.json().at("/address").asString());
    }

    private static Answer enter(Person entering, URI question, String code) {
        String state = Organisation.one(URLUtils.parseParameters(question.getRawQuery()), "state");
        return entering.post(ORGANISATION, Map.of("code", code, "state", state));
    }
}
