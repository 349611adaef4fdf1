package cn.mingjian.engine.cases;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.run.Trace;
import cn.mingjian.engine.run.TraceReader;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Runs the cases of a package. Cases that share as-of date, parameters, missing registers and coverage run in one
 * statement, told apart by a hidden field; the rules of which none of them speaks do not run.
 */
public final class CaseRunner {

    private final Compiler compiler;
    private final Contracts contracts;
    private final Supplier<DuckSession> sessions;
    private final int threads;

    /**
     * @param sessions opens an empty engine with the functions registered, for one thread
     * @param threads how many groups of cases run at a time
     */
    public CaseRunner(Compiler compiler, Contracts contracts, Supplier<DuckSession> sessions, int threads) {
        this.compiler = compiler;
        this.contracts = contracts;
        this.sessions = sessions;
        this.threads = threads;
    }

    /** The outcome of each case, in their order; mistakes in the cases themselves are noted. */
    public List<CaseResult> run(ModelPackage pack, List<TestCase> cases, Problems problems) {
        return run(pack, cases, problems, done -> {});
    }

    /** @param told how many cases were run, each time that some were; by any thread */
    public List<CaseResult> run(ModelPackage pack, List<TestCase> cases, Problems problems, IntConsumer told) {
        List<CaseGroup> groups = CaseGroup.of(cases, contracts);
        List<Plan> plans = groups.stream().map(group -> plan(pack, group)).toList();
        List<Problems> mistakes = groups.stream().map(group -> new Problems()).toList();
        Map<Integer, CaseResult> results = new ConcurrentHashMap<>();
        try (Crew crew = new Crew(sessions, Math.max(1, Math.min(threads, groups.size())))) {
            crew.each(groups.size(), (engine, index) -> {
                run(plans.get(index), groups.get(index), engine, mistakes.get(index))
                        .forEach(result -> results.put(result.testCase().number(), result));
                told.accept(results.size());
            });
        }
        mistakes.forEach(some -> problems.addAll(some.list()));
        return cases.stream()
                .map(one -> Objects.requireNonNull(results.get(one.number())))
                .toList();
    }

    /** A case with what each step made of its rows. */
    public record TracedCase(CaseResult result, Trace trace) {}

    /** The outcome of one case, step by step; mistakes in the case itself are noted. */
    public TracedCase trace(ModelPackage pack, TestCase one, Problems problems) {
        CaseGroup group = CaseGroup.of(List.of(one), contracts).get(0);
        Plan plan =
                compiler.compile(pack, group.delivered(pack, contracts), group.settings(), Keeping.TRACED, Columns.ALL);
        try (DuckSession session = sessions.get()) {
            new CaseTables(session, problems).fill(plan, group);
            List<PlanRunner.Decided> decided =
                    PlanRunner.ofCases(session, plan, true).run(act -> {});
            CaseResult result = compare(plan, session, decided, group.cases()).get(0);
            return new TracedCase(result, new TraceReader(session, plan).read(decided));
        }
    }

    private Plan plan(ModelPackage pack, CaseGroup group) {
        return compiler.compile(
                        pack, group.delivered(pack, contracts), group.settings(), Keeping.TRACED, Columns.NEEDED)
                .only(group.codes());
    }

    private static List<CaseResult> run(Plan plan, CaseGroup group, DuckSession engine, Problems problems) {
        try (DuckSession session = engine.duplicate()) {
            new CaseTables(session, problems).fill(plan, group);
            List<PlanRunner.Decided> decided =
                    PlanRunner.ofCases(session, plan, group.isCounted()).run(act -> {});
            return compare(plan, session, decided, group.cases());
        }
    }

    private static List<CaseResult> compare(
            Plan plan, DuckSession session, List<PlanRunner.Decided> decided, List<TestCase> group) {
        Map<Integer, List<CaseClue>> clues = new HashMap<>();
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfRule rule && !rule.rule().rule().signal()) {
                CaseClues.read(rule.rule(), session)
                        .forEach((number, found) -> clues.computeIfAbsent(number, first -> new ArrayList<>())
                                .addAll(found));
            }
        }
        CaseComparison comparison = new CaseComparison(plan, decided);
        return group.stream()
                .map(one -> comparison.compare(one, clues.getOrDefault(one.number(), List.of())))
                .toList();
    }
}
