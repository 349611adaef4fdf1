package cn.mingjian.server.seal;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.seal.Seal.SealState;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Unlocks the seal of the installation, for the record. */
@Component
public class Unlocking {

    private static final Actor MACHINE = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());

    private final Seal seal;
    private final Acts acts;

    Unlocking(Seal seal, Acts acts) {
        this.seal = seal;
        this.acts = acts;
    }

    /** Whether somebody is to unlock it. */
    public boolean needed() {
        return seal.state() == SealState.LOCKED;
    }

    /**
     * Tries a word that was typed at the machine.
     *
     * @return whether it was the right one
     */
    public boolean atMachine(String word) {
        return attempt(MACHINE, word);
    }

    boolean attempt(Actor actor, String word) {
        return acts.write(
                actor,
                () -> seal.unlock(word),
                right -> Act.of(
                        right ? "installation.unlock" : "installation.unlock-refused", "installation", Sealing.ID));
    }
}
