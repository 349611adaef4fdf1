package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.source.SourceSettings.Source;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data stewards who answer for sources, as the settings name them. */
@Component
class Stewards {

    private final Accounts accounts;
    private final JdbcClient database;

    Stewards(Accounts accounts, JdbcClient database) {
        this.accounts = accounts;
        this.database = database;
    }

    /**
     * The system, which works in the name of a steward; nobody where the account is closed, is no steward's any more, or has
     * left the department that the source is of.
     */
    Optional<Actor> system(Source source) {
        return accounts.byLogin(source.steward())
                .filter(account -> !account.state().shut() && account.actor().holds(Set.of(Role.DATA_STEWARD)))
                .map(Accounts.Standing::actor)
                .filter(steward -> department(source, steward) == steward.department())
                .map(steward ->
                        new Actor(steward.id(), Actor.Kind.SYSTEM, steward.office(), steward.department(), Set.of()));
    }

    /** Whether a source is of the actor's department. */
    boolean ofDepartment(Actor actor, Source source) {
        return accounts.byLogin(source.steward())
                .map(Accounts.Standing::actor)
                .filter(steward -> department(source, steward) == actor.department())
                .isPresent();
    }

    /** That in which the steward is, or was when they moved. */
    private int department(Source source, Actor steward) {
        return database.sql("select department_id from source_stays where source = ? and steward_id = ?")
                .params(source.id(), steward.id())
                .query(Integer.class)
                .optional()
                .orElse(steward.department());
    }
}
