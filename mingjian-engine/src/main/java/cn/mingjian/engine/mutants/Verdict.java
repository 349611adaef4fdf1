package cn.mingjian.engine.mutants;

import cn.mingjian.engine.cases.TestCase;
import java.util.Optional;

/**
 * What became of a mutant.
 *
 * @param moved a case whose clues the mutant changes without failing it, because the case does not assert what changed
 */
public record Verdict(Mutant mutant, State state, Optional<TestCase> moved) {

    /** How it ended. */
    public enum State {
        /** It does not compile. */
        STILLBORN,
        /** It reaches no rule: only signals, of which cases say nothing, or nothing at all. */
        UNSEEN,
        /**
         * It only admits rows at the door of which the rules make nothing. What {@code admit} keeps out is for the fewest
         * people, and proved where data are imported.
         */
        WIDENED,
        /** A case fails. */
        KILLED,
        /** No case fails. */
        SURVIVED
    }
}
