package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.plan.Stage;
import cn.mingjian.compiler.sql.Sql;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.PlanRunner.Decided;
import cn.mingjian.engine.cases.CaseClue;
import cn.mingjian.engine.mutants.GroupTrial.Door;
import cn.mingjian.engine.mutants.GroupTrial.Given;
import cn.mingjian.engine.mutants.GroupTrial.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One mutant on one group of cases, inside a transaction. */
final class Attempt {

    private final GroupTrial trial;
    private final DuckSession session;
    private final Plan plan;
    private final PlanRunner runner;
    private final Set<String> codes;
    private final Map<String, Plan.Act> acts = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Set<String> differing = new HashSet<>();
    private final Map<String, List<Decided>> decided = new HashMap<>();
    private final Map<String, Map<Integer, List<CaseClue>>> clues;
    private final Set<Door> door = EnumSet.noneOf(Door.class);

    /** @param codes of the rules that the mutant can change and of which the cases speak */
    Attempt(GroupTrial trial, Plan plan, Set<String> codes) {
        this.trial = trial;
        this.session = trial.session();
        this.plan = plan;
        this.runner = PlanRunner.ofCases(session, plan, trial.isCounted());
        plan.acts().forEach(act -> acts.put(act.relation(), act));
        this.codes = codes;
        this.clues = new HashMap<>(trial.clues());
        trial.given().forEach((relation, given) -> decided.put(relation, given.decided()));
    }

    /**
     * Runs the acts that differ, each rule after what it reads.
     *
     * @param whole whether all of them; else no further than the first rule that fails a case
     */
    Outcome run(boolean whole) {
        trial.clues().keySet().stream()
                .filter(rule -> plan.notRunnable().contains(rule))
                .forEach(clues::remove);
        plan.inputs().forEach(this::input);
        Set<String> changed = codesWithoutAct();
        Outcome outcome = compare(changed);
        for (int i = 0; i < plan.acts().size() && (whole || !outcome.failed()); i++) {
            if (plan.acts().get(i) instanceof Plan.Act.OfRule rule) {
                String code = rule.rule().rule().code();
                reach(rule.relation());
                if (differing.contains(rule.relation())) {
                    changed.add(code);
                }
                if (changed.contains(code) && isLastOf(code, i)) {
                    outcome = outcome.and(compare(Set.of(code)));
                }
            }
        }
        boolean countsDiffer = trial.isCounted() && !differing.isEmpty();
        return countsDiffer && !outcome.failed() ? outcome.and(compare(codes)) : outcome;
    }

    /** Runs what a relation needs and then what makes it, as far as either differs and has not run yet. */
    private void reach(String relation) {
        Plan.Act act = acts.get(relation);
        if (act == null || !done.add(relation)) {
            return;
        }
        plan.reads(act).forEach(this::reach);
        if (act instanceof Plan.Act.OfStage stage) {
            stage(stage);
        } else if (act instanceof Plan.Act.OfRule rule) {
            rule(rule);
        }
    }

    /** Whether no later rule has the same code. */
    private boolean isLastOf(String code, int index) {
        return plan.acts().subList(index + 1, plan.acts().size()).stream()
                .noneMatch(act -> act instanceof Plan.Act.OfRule rule
                        && rule.rule().rule().code().equals(code));
    }

    /** Codes of rules that cannot run; their state may be what a case asserts. */
    private Set<String> codesWithoutAct() {
        Set<String> without = new HashSet<>(codes);
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfRule rule) {
                without.remove(rule.rule().rule().code());
            }
        }
        return without;
    }

    private Outcome compare(Set<String> done) {
        List<Decided> all = new ArrayList<>();
        decided.values().forEach(all::addAll);
        Set<String> compared = new HashSet<>(done);
        compared.retainAll(codes);
        Outcome outcome = trial.compare(plan, all, clues, compared);
        return new Outcome(outcome.failed(), outcome.turned(), outcome.moved(), door);
    }

    private void input(InputView input) {
        boolean companion = input.beside()
                .filter(other -> differing.contains(other.other()))
                .isPresent();
        String text = input.sql(true);
        boolean same = text.equals(trial.inputs().get(input.name()));
        if (!same) {
            Set<Long> before = admitted(input);
            session.execute("DROP VIEW IF EXISTS " + Sql.name(input.name()));
            session.execute(text);
            Set<Long> after = admitted(input);
            if (!before.containsAll(after)) {
                door.add(Door.MORE);
            }
            if (!after.containsAll(before)) {
                door.add(Door.FEWER);
            }
        }
        if (!same || companion) {
            differing.add(input.name());
        }
    }

    private Set<Long> admitted(InputView input) {
        return session.query("SELECT _pos FROM " + Sql.name(input.name())).stream()
                .map(row -> row.count("_pos"))
                .collect(Collectors.toSet());
    }

    private boolean same(Plan.Act act) {
        Given before = trial.given().get(act.relation());
        return before != null
                && before.text().equals(ActText.of(act))
                && plan.reads(act).stream().noneMatch(differing::contains);
    }

    private boolean sameRows(Plan.Act act) {
        Given before = trial.given().get(act.relation());
        return before != null && before.digest().equals(trial.digest(act));
    }

    private void stage(Plan.Act.OfStage act) {
        if (same(act)) {
            return;
        }
        if (act.stage() instanceof Stage.Statement statement) {
            drop(statement);
        } else {
            session.execute("DROP TABLE IF EXISTS " + Sql.name(act.relation()));
        }
        runner.stage(act.stage());
        decided.put(act.relation(), trial.decided(runner, act));
        if (!sameRows(act)) {
            differing.add(act.relation());
        }
    }

    /** Runs a rule as far as it differs. */
    private void rule(Plan.Act.OfRule act) {
        RulePlan rule = act.rule();
        boolean sameHits = same(act);
        if (!sameHits) {
            drop(rule.hits());
            runner.hits(rule);
            decided.put(act.relation(), trial.decided(runner, act));
            sameHits = sameRows(act);
        }
        Given before = trial.given().get(act.relation());
        if (sameHits && before != null && before.clues().equals(rule.clues())) {
            return;
        }
        session.execute("DROP TABLE IF EXISTS " + rule.cluesTable());
        runner.clues(rule);
        clues.put(act.relation(), trial.read(rule));
        differing.add(act.relation());
    }

    private void drop(Stage.Statement statement) {
        if (!trial.isCounted()) {
            return;
        }
        session.execute("DROP VIEW IF EXISTS " + Sql.name(statement.relation()));
        session.execute("DROP TABLE IF EXISTS " + Sql.name(statement.table()));
    }
}
