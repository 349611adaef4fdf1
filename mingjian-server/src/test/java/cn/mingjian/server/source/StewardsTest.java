package cn.mingjian.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Moves;
import cn.mingjian.server.source.SourceSettings.Limits;
import cn.mingjian.server.source.SourceSettings.Source;
import cn.mingjian.server.source.SourceSettings.Watched;
import cn.mingjian.server.testing.TestServer;
import cn.mingjian.server.testing.TestServer.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources whose steward moves to another department. */
class StewardsTest {

    private final TestServer server = TestServer.get();
    private final Stewards stewards = server.part(Stewards.class);
    private final JdbcClient database = server.part(JdbcClient.class);
    private final Place old = server.office();
    private final Place fresh = server.departmentBeside(old, "fresh");
    private final Actor leaver = server.actor(old, Role.DATA_STEWARD);
    private final Actor stays = server.actor(old, Role.DATA_STEWARD);
    private final Actor beside = server.actor(fresh, Role.DATA_STEWARD);
    private final Source folder = watched();

    private Source watched() {
        String login = database.sql("select login from account where id = ?")
                .param(leaver.id())
                .query(String.class)
                .single();
        return new Watched(Path.of("/", UUID.randomUUID().toString()), login);
    }

    private void move(Place from, Place to) {
        SourceSettings settings =
                new SourceSettings(List.of((Watched) folder), List.of(), new Limits(1, 1, 1, 1, 1), null);
        Actor there = new Actor(leaver.id(), Actor.Kind.PERSON, from.office(), from.department(), leaver.roles());
        server.act(() -> {
            new StayingSources(settings, database).leaves(there);
            server.part(Moves.class).move(stays, there, to.department());
            database.sql("insert into account_role values (?, 'DATA_STEWARD')")
                    .param(leaver.id())
                    .update();
        });
    }

    @Test
    void shouldRestWithTheOldDepartmentWhenTheStewardMoves() {
        assertThat(stewards.system(folder)).isPresent();

        move(old, fresh);

        assertThat(stewards.system(folder)).isEmpty();
        assertThat(stewards.ofDepartment(stays, folder)).isTrue();
        assertThat(stewards.ofDepartment(beside, folder)).isFalse();
    }

    @Test
    void shouldGoOnWhenTheStewardComesBack() {
        move(old, fresh);
        move(fresh, old);

        assertThat(stewards.system(folder))
                .hasValueSatisfying(system -> assertThat(system.department()).isEqualTo(old.department()));
    }

    @Test
    void shouldServeTheNewDepartmentWhereASourceIsNamedAfterTheMove() {
        move(old, fresh);
        Source later = new Watched(Path.of("/", UUID.randomUUID().toString()), folder.steward());

        assertThat(stewards.system(later))
                .hasValueSatisfying(system -> assertThat(system.department()).isEqualTo(fresh.department()));
        assertThat(stewards.ofDepartment(beside, later)).isTrue();
    }
}
