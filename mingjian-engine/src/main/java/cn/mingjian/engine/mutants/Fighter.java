package cn.mingjian.engine.mutants;

import cn.mingjian.engine.cases.CaseGroup;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.engine.mutants.GroupTrial.Door;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A mutant in battle; used by several threads. */
final class Fighter {

    private final Mutant mutant;
    private final Set<String> codes;
    private final Optional<Change> way;
    private final Set<CaseGroup> met = ConcurrentHashMap.newKeySet();
    private final Set<CaseGroup> wholly = ConcurrentHashMap.newKeySet();
    private volatile boolean killed;
    private final Set<Door> door = ConcurrentHashMap.newKeySet();
    private volatile Optional<TestCase> moved = Optional.empty();

    /**
     * @param codes of the rules that it can change
     * @param way how it is made; empty when it does not compile
     */
    Fighter(Mutant mutant, Set<String> codes, Optional<Change> way) {
        this.mutant = mutant;
        this.codes = codes;
        this.way = way;
    }

    Mutant mutant() {
        return mutant;
    }

    Set<String> codes() {
        return codes;
    }

    Optional<Change> way() {
        return way;
    }

    boolean isKilled() {
        return killed;
    }

    void kill() {
        killed = true;
    }

    /** Notes what it changes at the door. */
    void changes(Set<Door> changed) {
        door.addAll(changed);
    }

    /** Notes a case whose clues it changes unseen. */
    void moves(TestCase test) {
        moved = Optional.of(test);
    }

    /** Whether it meets the group for the first time. */
    boolean meets(CaseGroup group) {
        return met.add(group);
    }

    /** Whether some rules of the group are left that it has not met. */
    boolean meetsWholly(CaseGroup group) {
        met.add(group);
        return wholly.add(group);
    }

    /** Notes that it met every rule of the group. */
    void metWholly(CaseGroup group) {
        wholly.add(group);
    }

    Verdict verdict() {
        Verdict.State state;
        if (way.isEmpty()) {
            state = Verdict.State.STILLBORN;
        } else if (codes.isEmpty()) {
            state = Verdict.State.UNSEEN;
        } else if (killed) {
            state = Verdict.State.KILLED;
        } else {
            state = door.equals(Set.of(Door.MORE)) ? Verdict.State.WIDENED : Verdict.State.SURVIVED;
        }
        return new Verdict(mutant, state, moved);
    }
}
