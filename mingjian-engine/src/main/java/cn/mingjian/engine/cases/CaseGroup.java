package cn.mingjian.engine.cases;

import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Delivered.Dataset;
import cn.mingjian.compiler.Settings;
import cn.mingjian.engine.cases.TestCase.Conditions;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Cases that run in one statement, because they share as-of date, parameters, missing registers and coverage.
 *
 * @param derivedGiven derived contracts that are delivered, not built
 */
public record CaseGroup(Conditions conditions, Set<String> derivedGiven, List<TestCase> cases) {

    private record Shared(Conditions conditions, Set<String> derivedGiven) {}

    /** The groups of cases, in the order of their first cases. */
    public static List<CaseGroup> of(List<TestCase> cases, Contracts contracts) {
        Map<Shared, List<TestCase>> groups = new LinkedHashMap<>();
        for (TestCase one : cases) {
            Set<String> derived = one.given().keySet().stream()
                    .map(contracts::find)
                    .flatMap(Optional::stream)
                    .filter(contract -> contract.derived().isPresent())
                    .map(Contract::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            groups.computeIfAbsent(new Shared(one.conditions(), derived), shared -> new ArrayList<>())
                    .add(one);
        }
        return groups.entrySet().stream()
                .map(group -> new CaseGroup(
                        group.getKey().conditions(), group.getKey().derivedGiven(), List.copyOf(group.getValue())))
                .toList();
    }

    /** The codes of the rules of which the cases speak. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (TestCase test : cases) {
            test.expected().clues().forEach(clue -> codes.add(clue.code()));
            codes.addAll(test.expected().none());
            codes.addAll(test.expected().unknown());
            codes.addAll(test.expected().states().keySet());
        }
        return codes;
    }

    /** Whether a case speaks of unknown rows, so that the counts of steps matter. */
    public boolean isCounted() {
        return cases.stream().anyMatch(CaseGroup::speaksOfUnknown);
    }

    private static boolean speaksOfUnknown(TestCase test) {
        return !test.expected().unknown().isEmpty();
    }

    /** This group, or the cases that speak of unknown rows apart from the others, which cost half. */
    public List<CaseGroup> byCounts() {
        return cases.stream().collect(Collectors.partitioningBy(CaseGroup::speaksOfUnknown)).values().stream()
                .filter(some -> !some.isEmpty())
                .map(some -> new CaseGroup(conditions, derivedGiven, some))
                .toList();
    }

    /** What a run of the group sets. */
    public Settings settings() {
        return new Settings(LocalDate.parse(conditions.asOf()), conditions.parameters(), true);
    }

    /**
     * Every contract but the missing ones is delivered in full, but for missing columns ({@code contract.column}); a derived
     * one is built unless it is given.
     */
    public Delivered delivered(ModelPackage pack, Contracts contracts) {
        Set<String> missing = conditions.missing().stream()
                .map(contracts::find)
                .flatMap(Optional::stream)
                .map(Contract::id)
                .collect(Collectors.toSet());
        Map<String, Dataset> datasets = new HashMap<>();
        for (ModelPackage.Input input : pack.inputs().values()) {
            deliver(input.contractId(), contracts, missing, datasets);
        }
        return new Delivered(datasets, false);
    }

    private void deliver(String id, Contracts contracts, Set<String> missing, Map<String, Dataset> datasets) {
        Optional<Contract> found = contracts.find(id);
        if (found.isEmpty() || missing.contains(found.get().id())) {
            return;
        }
        Contract contract = found.get();
        if (contract.derived().isPresent() && !derivedGiven.contains(contract.id())) {
            contract.derived().get().inputs().values().stream()
                    .map(reference -> reference.text().replaceFirst("@.*", ""))
                    .forEach(base -> deliver(base, contracts, missing, datasets));
            return;
        }
        LocalDate until = Optional.ofNullable(conditions.knownUntil().get(contract.id()))
                .map(LocalDate::parse)
                .orElse(null);
        List<String> regions = conditions.regions().getOrDefault(contract.id(), List.of());
        Set<String> columns = contract.columns().keySet().stream()
                .filter(column -> !conditions.missing().contains(contract.id() + "." + column))
                .collect(Collectors.toSet());
        datasets.put(contract.id(), new Dataset(columns, new Coverage(null, until, regions, null)));
    }
}
