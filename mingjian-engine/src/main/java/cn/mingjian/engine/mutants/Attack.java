package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.cases.CaseGroup;
import cn.mingjian.engine.cases.Crew;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import java.util.List;
import java.util.function.Supplier;

/** Attacks a package: every mutant must fail a case, and every near miss must be turned into a hit by a mutant. */
public final class Attack {

    /** How far the attack is; told from several threads, one at a time. */
    public interface Progress {

        /** So much of all the work is done, and so many mutants are killed. */
        void done(int done, int all, int killed);
    }

    private final Compiler compiler;
    private final Contracts contracts;
    private final Supplier<DuckSession> sessions;
    private final int threads;

    /**
     * @param sessions opens an empty engine with the functions registered, for one thread
     * @param threads how many mutants run at a time
     */
    public Attack(Compiler compiler, Contracts contracts, Supplier<DuckSession> sessions, int threads) {
        this.compiler = compiler;
        this.contracts = contracts;
        this.sessions = sessions;
        this.threads = threads;
    }

    /**
     * Runs all mutants of a package that compiles.
     *
     * @param listed survivors that are known; wrong entries are noted with it
     */
    public MutantReport run(ModelPackage pack, List<TestCase> cases, Equivalents listed, Progress progress) {
        Target target = new Target(compiler, contracts, pack);
        Battle battle = new Battle(target, CaseGroup.of(cases, contracts), progress);
        try (Crew crew = new Crew(sessions, threads)) {
            battle.fight(crew);
        }
        List<Verdict> verdicts = battle.verdicts();
        listed.check(verdicts, battle.idle());
        List<Verdict> survivors = verdicts.stream()
                .filter(verdict -> verdict.state() == Verdict.State.SURVIVED)
                .toList();
        return new MutantReport(
                verdicts,
                survivors.stream()
                        .filter(verdict -> listed.lists(verdict.mutant()))
                        .toList(),
                survivors.stream()
                        .filter(verdict -> !listed.lists(verdict.mutant()))
                        .toList(),
                battle.idle().stream().filter(one -> !listed.lists(one)).toList(),
                battle.failing());
    }
}
