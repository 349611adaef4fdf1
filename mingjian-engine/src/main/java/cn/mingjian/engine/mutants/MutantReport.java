package cn.mingjian.engine.mutants;

import cn.mingjian.engine.cases.TestCase;
import java.util.List;

/**
 * What the attack on a package found.
 *
 * @param verdicts on every mutant, in their order
 * @param listed survivors that stand in {@code equivalent.yaml}
 * @param survivors survivors that do not
 * @param idle near misses that no mutant turns into a hit: they prove nothing; without those listed
 * @param failing cases that fail without any mutation and so can kill nothing
 */
public record MutantReport(
        List<Verdict> verdicts,
        List<Verdict> listed,
        List<Verdict> survivors,
        List<TestCase> idle,
        List<TestCase> failing) {

    /** How many mutants ended so. */
    public long count(Verdict.State state) {
        return verdicts.stream().filter(verdict -> verdict.state() == state).count();
    }

    /** Whether the cases prove the package. */
    public boolean proves() {
        return survivors.isEmpty() && idle.isEmpty() && failing.isEmpty();
    }
}
