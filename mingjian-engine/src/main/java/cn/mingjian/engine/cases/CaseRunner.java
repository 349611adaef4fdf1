package cn.mingjian.engine.cases;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs the cases of a package. Cases that share as-of date, parameters, missing registers and coverage run in one
 * statement, told apart by a hidden field; the rules of which none of them speaks do not run.
 */
public final class CaseRunner {

    private final Compiler compiler;
    private final Contracts contracts;
    private final Supplier<DuckSession> sessions;

    /** @param sessions opens an empty session with the functions registered */
    public CaseRunner(Compiler compiler, Contracts contracts, Supplier<DuckSession> sessions) {
        this.compiler = compiler;
        this.contracts = contracts;
        this.sessions = sessions;
    }

    /** The outcome of each case, in their order; mistakes in the cases themselves are noted. */
    public List<CaseResult> run(ModelPackage pack, List<TestCase> cases, Problems problems) {
        Map<Integer, CaseResult> results = new HashMap<>();
        try (DuckSession engine = sessions.get()) {
            CaseGroup.of(cases, contracts).forEach(group -> group(pack, group, engine, problems)
                    .forEach(result -> results.put(result.testCase().number(), result)));
        }
        return cases.stream().map(one -> results.get(one.number())).toList();
    }

    private List<CaseResult> group(ModelPackage pack, CaseGroup group, DuckSession engine, Problems problems) {
        Plan plan = compiler.compile(
                        pack, group.delivered(pack, contracts), group.settings(), Keeping.TRACED, Columns.NEEDED)
                .only(group.codes());
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
