package cn.mingjian.engine.cases;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Delivered.Dataset;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.RulePlan;
import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.rule.Rule;
import cn.mingjian.compiler.step.StepContext;
import cn.mingjian.duckdb.DuckRow;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.Canonical;
import cn.mingjian.engine.PlanRunner;
import cn.mingjian.engine.cases.TestCase.Conditions;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs the cases of a package. Cases that share as-of date, parameters, missing registers and coverage run in one
 * statement, told apart by a hidden field.
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
        Map<Group, List<TestCase>> groups =
                cases.stream().collect(Collectors.groupingBy(this::groupOf, LinkedHashMap::new, Collectors.toList()));
        Map<Integer, CaseResult> results = new HashMap<>();
        groups.forEach((group, members) -> group(pack, group, members, problems)
                .forEach(result -> results.put(result.testCase().number(), result)));
        return cases.stream().map(one -> results.get(one.number())).toList();
    }

    /**
     * What cases must share to run in one statement.
     *
     * @param derivedGiven derived contracts that are delivered, not built
     */
    private record Group(Conditions conditions, Set<String> derivedGiven) {}

    private Group groupOf(TestCase one) {
        Set<String> derived = one.given().keySet().stream()
                .map(contracts::find)
                .flatMap(Optional::stream)
                .filter(contract -> contract.derived().isPresent())
                .map(Contract::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Group(one.conditions(), derived);
    }

    private List<CaseResult> group(ModelPackage pack, Group group, List<TestCase> members, Problems problems) {
        Conditions conditions = group.conditions();
        Settings settings = new Settings(LocalDate.parse(conditions.asOf()), conditions.parameters(), true);
        Plan plan = compiler.compile(pack, delivered(pack, group), settings, Keeping.SHARED);
        try (DuckSession session = sessions.get()) {
            CaseTables tables = new CaseTables(session, problems);
            plan.inputs().stream()
                    .map(input -> input.contract())
                    .distinct()
                    .forEach(contract -> tables.fill(contract, members));
            List<PlanRunner.Decided> decided = new PlanRunner(session, plan, true).run(act -> {});
            return compare(plan, session, decided, members);
        }
    }

    /** Every contract but the missing ones is delivered in full; a derived one is built unless it is given. */
    private Delivered delivered(ModelPackage pack, Group group) {
        Set<String> missing = group.conditions().missing().stream()
                .map(contracts::find)
                .flatMap(Optional::stream)
                .map(Contract::id)
                .collect(Collectors.toSet());
        Map<String, Dataset> datasets = new HashMap<>();
        for (ModelPackage.Input input : pack.inputs().values()) {
            deliver(input.contractId(), group, missing, datasets);
        }
        return new Delivered(datasets, false);
    }

    private void deliver(String id, Group group, Set<String> missing, Map<String, Dataset> datasets) {
        Optional<Contract> found = contracts.find(id);
        if (found.isEmpty() || missing.contains(found.get().id())) {
            return;
        }
        Contract contract = found.get();
        if (contract.derived().isPresent() && !group.derivedGiven().contains(contract.id())) {
            contract.derived().get().inputs().values().stream()
                    .map(reference -> reference.text().replaceFirst("@.*", ""))
                    .forEach(base -> deliver(base, group, missing, datasets));
            return;
        }
        LocalDate until = Optional.ofNullable(group.conditions().knownUntil().get(contract.id()))
                .map(LocalDate::parse)
                .orElse(null);
        datasets.put(
                contract.id(), new Dataset(contract.columns().keySet(), new Coverage(null, until, List.of(), null)));
    }

    private static List<CaseResult> compare(
            Plan plan, DuckSession session, List<PlanRunner.Decided> decided, List<TestCase> group) {
        Map<Integer, List<CaseClue>> clues = new HashMap<>();
        for (Plan.Act act : plan.acts()) {
            if (act instanceof Plan.Act.OfRule rule && !rule.rule().rule().signal()) {
                read(rule.rule(), session, clues);
            }
        }
        CaseComparison comparison = new CaseComparison(plan, decided);
        return group.stream()
                .map(one -> comparison.compare(one, clues.getOrDefault(one.number(), List.of())))
                .toList();
    }

    private static void read(RulePlan plan, DuckSession session, Map<Integer, List<CaseClue>> clues) {
        Rule rule = plan.rule();
        for (DuckRow row : session.query("SELECT * FROM " + plan.cluesTable() + " ORDER BY _number")) {
            Map<String, String> key = new LinkedHashMap<>();
            rule.key()
                    .forEach(
                            name -> put(key, name, row.value(name), rule.clues().typeOf(name)));
            Map<String, String> facts = new LinkedHashMap<>();
            rule.facts().forEach((name, value) -> put(facts, name, row.value(name), value.type()));
            rule.running().forEach((name, value) -> put(facts, name, row.value(name), value.type()));
            Optional<String> amount = rule.wording()
                    .amount()
                    .flatMap(money -> Optional.ofNullable(row.decimal("_amount")))
                    .map(number -> number.toPlainString());
            clues.computeIfAbsent((int) row.count(StepContext.CASE), number -> new ArrayList<>())
                    .add(new CaseClue(
                            rule.code(),
                            Optional.ofNullable(row.text("_subject_id")),
                            String.valueOf(row.text("grade")),
                            amount,
                            key,
                            facts));
        }
    }

    private static void put(
            Map<String, String> values, String name, @org.jspecify.annotations.Nullable Object value, Type type) {
        values.put(name, value == null ? "null" : Canonical.text(value, type));
    }
}
