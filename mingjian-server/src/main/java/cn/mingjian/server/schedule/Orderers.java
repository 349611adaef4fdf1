package cn.mingjian.server.schedule;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.Leaving;
import cn.mingjian.server.problem.Failure;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Those in whose name the system orders the runs of schedules. */
@Component
class Orderers implements Leaving {

    private final Accounts accounts;
    private final JdbcClient database;
    private final JsonMapper json;

    Orderers(Accounts accounts, JdbcClient database, JsonMapper json) {
        this.accounts = accounts;
        this.database = database;
        this.json = json;
    }

    /** Who left, moved or lost the role orders nothing any more. */
    boolean worksThere(Schedule schedule) {
        return accounts.standing(schedule.orderer())
                .filter(account -> account.actor().office() == schedule.office()
                        && account.actor().department() == schedule.department()
                        && account.actor().holds(Role.CASEWORK))
                .isPresent();
    }

    /** Schedules of whoever leaves wait for somebody of the department to let them go on in their own name. */
    @Override
    public void leaves(Actor leaver) {
        String left = json.writeValueAsString(
                Failure.of(List.of(Problem.error(Place.of(""), "server.schedule-orderer-moved")))
                        .problems());
        database.sql("update schedule set state = 'PAUSED' where ordered_by = ? and state = 'ACTIVE' returning id")
                .param(leaver.id())
                .query(UUID.class)
                .list()
                .forEach(schedule -> database.sql("""
                                insert into schedule_try (schedule_id, tried_at, problems)
                                values (?, now(), cast(? as jsonb))
                                """).params(schedule, left).update());
    }
}
