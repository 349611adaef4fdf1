package cn.mingjian.server.delivery;

import static cn.mingjian.server.testing.Brought.CORRECTION;
import static cn.mingjian.server.testing.Brought.DELIVERIES;
import static cn.mingjian.server.testing.Brought.REVOCATION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeptLooksTest {

    private final TestServer server = TestServer.get();
    private final TestServer.Place place = server.office();
    private final Person prosecutor = server.signedIn(place, Role.PROSECUTOR);
    private final KeptLooks kept = server.part(KeptLooks.class);
    private final UUID id = UUID.fromString(cn.mingjian.server.testing.Brought.bring(
                    prosecutor,
                    "registers",
                    Map.of("cc_person.csv", CORRECTION, "cc_revocation.csv", REVOCATION, "别的.csv", "甲,乙\n1,2\n"))
            .json()
            .at("/id")
            .asString());

    @Test
    void shouldGiveBackWhatALookFinds() {
        Look look =
                server.part(Looking.class).look(server.part(Deliveries.class).data(brought()));

        assertThat(look.tables()).isNotEmpty();
        assertThat(look.unused()).isNotEmpty();
        assertThat(kept.of(brought())).contains(look);
    }

    @Test
    void shouldLookAnewWhenAnotherProductLooked() {
        server.act(() -> server.part(JdbcClient.class)
                .sql("update delivery_look set product = 'another' where delivery_id = ?")
                .param(id)
                .update());

        assertThat(kept.of(brought())).isEmpty();

        server.part(Looks.class).forget(id);
        prosecutor.get(DELIVERIES + "/" + id);
        assertThat(kept.of(brought())).isPresent();
    }

    @Test
    void shouldKeepNothingOfARemovedDelivery() {
        Brought before = brought();

        prosecutor.delete(DELIVERIES + "/" + id);

        assertThat(kept.of(before)).isEmpty();
    }

    private Brought brought() {
        return server.part(Deliveries.class)
                .find(new Actor(1, Actor.Kind.PERSON, place.office(), place.department(), Set.of(Role.PROSECUTOR)), id);
    }
}
