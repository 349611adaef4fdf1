package cn.mingjian.server.opening;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the marks of whoever looks now. */
@Component
public class Watermarks {

    private final Accounts accounts;
    private final Clock clock;

    Watermarks(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The mark of an actor at this moment. */
    public Watermark of(Actor actor) {
        Standing standing = accounts.standing(actor.id()).orElseThrow(Refusal::notThere);
        return new Watermark(standing.name(), standing.login(), standing.officeName(), clock.instant());
    }
}
