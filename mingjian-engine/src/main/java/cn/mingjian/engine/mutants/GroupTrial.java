package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckException;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.engine.cases.CaseClue;
import cn.mingjian.engine.cases.CaseClues;
import cn.mingjian.engine.cases.CaseComparison;
import cn.mingjian.engine.cases.CaseGroup;
import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.cases.CaseTables;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.model.problem.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One group of cases in a session of its own. The unchanged package runs once and its tables stay; a mutant runs inside a
 * transaction that is rolled back, and only where its acts differ or read rows that differ.
 */
final class GroupTrial implements AutoCloseable {

    /**
     * What an act of the unchanged package gave.
     *
     * @param text what it computes: of a rule, its hits
     * @param digest of its rows and counts
     * @param clues of a rule: how they are made from the hits
     */
    record Given(String text, String digest, List<Decided> decided, String clues) {}

    /**
     * What a mutant did to the cases of the group.
     *
     * @param failed whether a case fails that passes without it
     * @param turned cases that expect no clue of a code and got one
     * @param moved cases whose clues are others, whether they assert that or not
     * @param door what it changed at the door
     */
    record Outcome(boolean failed, Set<Integer> turned, Set<Integer> moved, Set<Door> door) {

        /** With what a later look found, which sees all that an earlier one saw. */
        Outcome and(Outcome later) {
            return new Outcome(failed || later.failed(), later.turned(), later.moved(), later.door());
        }
    }

    /** What a mutant of an {@code admit} changes. */
    enum Door {
        /** It keeps rows that are kept out without it. */
        MORE,
        /** It keeps rows out that are needed without it. */
        FEWER
    }

    private final CaseGroup group;
    private final DuckSession session;
    private final Map<String, Given> given = new HashMap<>();
    private final Map<String, Map<Integer, List<CaseClue>>> clues = new HashMap<>();
    private final Map<String, String> inputs = new HashMap<>();
    private final Set<Integer> passing = new HashSet<>();
    private final boolean counted;

    /** Runs the unchanged package. */
    GroupTrial(CaseGroup group, Plan plain, DuckSession session) {
        this.group = group;
        this.session = session;
        this.counted = group.isCounted();
        new CaseTables(session, new Problems()).fill(plain, group);
        PlanRunner runner = PlanRunner.ofCases(session, plain, counted);
        runner.prepare();
        plain.inputs().forEach(input -> inputs.put(input.name(), input.sql(true)));
        for (Plan.Act act : plain.acts()) {
            if (act instanceof Plan.Act.OfRule rule) {
                runner.hits(rule.rule());
                runner.clues(rule.rule());
                clues.put(act.relation(), read(rule.rule()));
            } else if (act instanceof Plan.Act.OfStage stage) {
                runner.stage(stage.stage());
            }
            given.put(
                    act.relation(), new Given(ActText.of(act), digest(act), decided(runner, act), ActText.clues(act)));
        }
        List<Decided> decided =
                given.values().stream().flatMap(one -> one.decided().stream()).toList();
        CaseComparison comparison = new CaseComparison(plain, decided);
        for (TestCase test : group.cases()) {
            if (comparison.compare(test, clues(test, clues)).passed()) {
                passing.add(test.number());
            }
        }
    }

    /** The cases that pass without any mutation. */
    Set<Integer> passing() {
        return passing;
    }

    /**
     * What a changed package does to the cases that pass without the change.
     *
     * @param mutant plan of the rules of these codes in the changed package
     * @param whole whether to go on after a rule that fails a case
     */
    Outcome attempt(Plan mutant, Set<String> codes, boolean whole) {
        session.execute("BEGIN TRANSACTION");
        try {
            return new Attempt(this, mutant, codes).run(whole);
        } catch (DuckException e) {
            return new Outcome(true, Set.of(), Set.of(), Set.of());
        } finally {
            session.execute("ROLLBACK");
        }
    }

    /** Whether a case speaks of unknown rows, so that the counts of steps matter. */
    boolean isCounted() {
        return counted;
    }

    DuckSession session() {
        return session;
    }

    Map<String, Given> given() {
        return given;
    }

    /** The SQL of each input of the unchanged package. */
    Map<String, String> inputs() {
        return inputs;
    }

    Map<String, Map<Integer, List<CaseClue>>> clues() {
        return clues;
    }

    Map<Integer, List<CaseClue>> read(RulePlan rule) {
        return rule.rule().signal() ? Map.of() : CaseClues.read(rule, session);
    }

    List<Decided> decided(PlanRunner runner, Plan.Act act) {
        return counted ? runner.decided(act) : List.of();
    }

    /** One text for the rows and counts of an act that has run. */
    String digest(Plan.Act act) {
        String table = Sql.name(ActText.table(act, counted));
        return String.valueOf(session.one("SELECT concat(count(*), ' ', sum(hash(t))) AS digest FROM " + table + " t")
                .text("digest"));
    }

    /** Compares what a mutant gave with what the cases expect of these codes. */
    Outcome compare(
            Plan mutant, List<Decided> decided, Map<String, Map<Integer, List<CaseClue>>> now, Set<String> codes) {
        CaseComparison comparison = new CaseComparison(mutant, decided);
        Set<String> rules = new HashSet<>(clues.keySet());
        rules.addAll(now.keySet());
        rules.removeIf(rule -> now.get(rule) == clues.get(rule));
        boolean failed = false;
        Set<Integer> turned = new HashSet<>();
        Set<Integer> moved = new HashSet<>();
        for (TestCase test : group.cases()) {
            if (passing.contains(test.number()) && mayDiffer(test, rules, now)) {
                List<CaseClue> found = clues(test, now);
                failed |= comparison.compare(test, found).failures().stream()
                        .map(CaseResult.Failure::arguments)
                        .anyMatch(arguments -> codes.contains(arguments.get(0)));
                if (!Set.copyOf(found).equals(Set.copyOf(clues(test, clues)))) {
                    moved.add(test.number());
                }
                if (found.stream().anyMatch(clue -> test.expected().none().contains(clue.code()))) {
                    turned.add(test.number());
                }
            }
        }
        return new Outcome(failed, turned, moved, Set.of());
    }

    /** Whether a case that passes gave other clues by one of these rules, or asserts more than clues. */
    private boolean mayDiffer(TestCase test, Set<String> rules, Map<String, Map<Integer, List<CaseClue>>> now) {
        return !test.expected().unknown().isEmpty()
                || !test.expected().states().isEmpty()
                || rules.stream().anyMatch(rule -> !clues(test, rule, now).equals(clues(test, rule, clues)));
    }

    private static List<CaseClue> clues(TestCase test, String rule, Map<String, Map<Integer, List<CaseClue>>> byRule) {
        return byRule.getOrDefault(rule, Map.of()).getOrDefault(test.number(), List.of());
    }

    private static List<CaseClue> clues(TestCase test, Map<String, Map<Integer, List<CaseClue>>> byRule) {
        return byRule.values().stream()
                .flatMap(one -> one.getOrDefault(test.number(), List.of()).stream())
                .toList();
    }

    @Override
    public void close() {
        session.close();
    }
}
