package cn.mingjian.server.source;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Accounts;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The data stewards who answer for sources, as the settings name them. */
@Component
class Stewards {

    private final Accounts accounts;

    Stewards(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The system, which works in the name of a steward; nobody where the account is closed or is no steward's any more. */
    Optional<Actor> system(String login) {
        return accounts.byLogin(login)
                .filter(account -> !account.state().shut() && account.actor().holds(Set.of(Role.DATA_STEWARD)))
                .map(Accounts.Standing::actor)
                .map(steward ->
                        new Actor(steward.id(), Actor.Kind.SYSTEM, steward.office(), steward.department(), Set.of()));
    }

    /** Whether a source is of the actor's department. */
    boolean ofDepartment(Actor actor, String login) {
        return accounts.byLogin(login)
                .map(Accounts.Standing::actor)
                .filter(steward -> steward.office() == actor.office() && steward.department() == actor.department())
                .isPresent();
    }
}
