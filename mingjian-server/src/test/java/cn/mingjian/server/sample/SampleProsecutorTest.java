package cn.mingjian.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.sample.SampleOrder;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.SampleRuns;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SampleProsecutorTest {

    private final TestServer server = TestServer.get();

    @Test
    void shouldFindWhatAnEarlierStartOrdered() {
        Place place = server.office();
        String login = server.account(place, Role.PROSECUTOR);
        UUID delivery = SampleRuns.delivery(place, login);
        UUID run = prosecutor(login).order(SampleRuns.MODEL, delivery, SampleOrder.DEFAULT_AS_OF);

        SampleProsecutor again = prosecutor(login);

        assertThat(again.ordered(SampleRuns.MODEL)).contains(run);
        assertThat(again.ordered("shell-companies")).isEmpty();
        assertThat(again.await(run).state()).isEqualTo("DONE");
    }

    private SampleProsecutor prosecutor(String login) {
        return new SampleProsecutor(server.address() + "/", login, TestServer.PASSWORD);
    }
}
