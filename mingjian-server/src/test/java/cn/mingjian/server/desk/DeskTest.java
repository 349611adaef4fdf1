package cn.mingjian.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.DoneRun;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeskTest {

    private static final String DESK = "/api/v1/desk";

    private final TestServer server = TestServer.get();

    @Test
    void shouldShowOwnRunsThatEndedAndNoOthers() {
        DoneRun run = DoneRun.get();

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
        person.signIn(login, TestServer.PASSWORD);
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
}
