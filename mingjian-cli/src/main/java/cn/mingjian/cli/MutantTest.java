package cn.mingjian.cli;

import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.engine.mutants.Attack;
import cn.mingjian.engine.mutants.Equivalents;
import cn.mingjian.engine.mutants.MutantReport;
import cn.mingjian.engine.mutants.Verdict;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code test --mutants}: whether the cases of a package notice every change of its rules. */
final class MutantTest {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final Common common;
    private final Library library;

    MutantTest(Common common, Library library) {
        this.common = common;
        this.library = library;
    }

    /** Attacks a package and prints what survives; true when nothing does. */
    boolean passes(ModelPackage pack, List<TestCase> cases, Path tests) {
        long started = System.nanoTime();
        Problems problems = new Problems();
        Equivalents listed = Equivalents.read(tests, problems);
        Attack attack = new Attack(
                Common.compiler(library),
                library.contracts(),
                () -> Common.caseSession(library),
                Runtime.getRuntime().availableProcessors());
        MutantReport report = attack.run(pack, cases, listed, progress(pack.id()));
        common.print(problems);
        report.failing().forEach(one -> print("mutants.failing", one));
        report.survivors().forEach(this::print);
        report.idle().forEach(one -> print("mutants.idle", one));
        common.out()
                .println(common.say(
                        "mutants.sum",
                        pack.id(),
                        report.count(Verdict.State.KILLED),
                        report.survivors().size(),
                        report.listed().size(),
                        report.count(Verdict.State.STILLBORN),
                        report.count(Verdict.State.WIDENED),
                        report.count(Verdict.State.UNSEEN),
                        Duration.ofNanos(System.nanoTime() - started).toSeconds()));
        return report.proves() && !problems.hasErrors();
    }

    private Attack.Progress progress(String id) {
        long[] last = {System.nanoTime()};
        return (done, all, killed) -> {
            if (done == all || System.nanoTime() - last[0] > BETWEEN_LINES.toNanos()) {
                last[0] = System.nanoTime();
                common.err().println(common.say("mutants.progress", id, done, all, killed));
            }
        };
    }

    private void print(String key, TestCase one) {
        common.out().println(common.say(key, one.place(), one.name()));
    }

    private void print(Verdict survivor) {
        common.out()
                .println(common.say(
                        "mutants.survivor",
                        survivor.mutant().place(),
                        survivor.mutant().words(common.language()),
                        survivor.mutant().id()));
        survivor.moved().ifPresent(one -> common.out().println(common.say("mutants.moved", one.name(), one.place())));
    }
}
