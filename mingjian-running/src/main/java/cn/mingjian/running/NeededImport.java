package cn.mingjian.running;

import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.checked.InputView;
import cn.mingjian.compiler.checked.InputView.Beside;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.Intake;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Admission;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Imports of a delivery what models need, and no more: of each table the columns that one of them uses, and the rows that
 * one of them admits.
 *
 * @param models checked over this delivery
 */
public record NeededImport(Library library, Delivery delivery, List<CheckedModel> models) {

    /** Imports each table into a folder of its own under {@code folder}. */
    public Map<String, ImportResult> into(Path folder, DuckLimits limits, Progress progress) {
        return into(folder, Map.of(), limits, progress);
    }

    /** @param further a column by contract that is stored beside those that the models use */
    Map<String, ImportResult> into(Path folder, Map<String, String> further, DuckLimits limits, Progress progress) {
        Map<String, Set<String>> columns = columns();
        further.forEach((contract, column) ->
                columns.computeIfAbsent(contract, any -> new TreeSet<>()).add(column));
        Intake intake = new Intake(limits, library.functions());
        Map<String, ImportResult> results = new LinkedHashMap<>();
        Map<String, DeliveredTable> waiting = new LinkedHashMap<>(delivery.tables());
        waiting.keySet().retainAll(columns.keySet());
        while (!waiting.isEmpty()) {
            List<DeliveredTable> ready = waiting.values().stream()
                    .filter(table -> Collections.disjoint(others(table), waiting.keySet()))
                    .toList();
            if (ready.isEmpty()) {
                throw new ProblemException(
                        Place.of(names()), "running.companions-in-a-circle", String.join(", ", waiting.keySet()));
            }
            List<Intake.Order> orders =
                    ready.stream().map(table -> order(table, columns, results)).toList();
            results.putAll(intake.importTables(orders, folder, progress));
            ready.forEach(table -> waiting.remove(table.contract().id()));
        }
        return results;
    }

    private String names() {
        return models.stream().map(model -> model.pack().id()).collect(Collectors.joining(", "));
    }

    private Map<String, Set<String>> columns() {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (CheckedModel model : models) {
            new Lineage(model).columnsByContract().forEach((contract, used) -> columns.computeIfAbsent(
                            contract, any -> new TreeSet<>())
                    .addAll(used));
        }
        return columns;
    }

    private Intake.Order order(
            DeliveredTable table, Map<String, Set<String>> columns, Map<String, ImportResult> imported) {
        String id = table.contract().id();
        return new Intake.Order(table, new Wanted(columns.getOrDefault(id, Set.of()), admissions(id, imported)));
    }

    /** The contracts whose rows decide which rows of this table are companions: they must be there first. */
    private Set<String> others(DeliveredTable table) {
        return views(table.contract().id()).stream()
                .flatMap(view -> view.beside().stream())
                .map(beside -> beside.contract().id())
                .filter(id -> !id.equals(table.contract().id()))
                .collect(Collectors.toSet());
    }

    private List<InputView> views(String contract) {
        return models.stream()
                .flatMap(model -> model.views().values().stream())
                .filter(view -> view.contract().id().equals(contract))
                .toList();
    }

    /** Without any condition on one of the inputs every row is needed. */
    private List<Admission> admissions(String contract, Map<String, ImportResult> imported) {
        List<Admission> admissions = new ArrayList<>();
        for (InputView view : views(contract)) {
            if (view.beside().isPresent()) {
                admissions.add(companions(view.beside().get(), contract, imported));
            } else if (view.admit().isEmpty()) {
                return List.of();
            } else {
                admissions.add(new Admission.Condition("l", view.admit()));
            }
        }
        return admissions;
    }

    private static Admission companions(Beside beside, String contract, Map<String, ImportResult> imported) {
        Optional<DatasetVersion> version = beside.contract().id().equals(contract)
                ? Optional.empty()
                : Optional.of(imported(beside.contract().id(), imported).version());
        List<Admission.Pair> pairs = beside.pairs().entrySet().stream()
                .map(pair -> new Admission.Pair(pair.getKey(), pair.getValue()))
                .toList();
        return new Admission.Companion(
                "l",
                pairs,
                Optional.of(beside.condition()).filter(sql -> !sql.isEmpty()),
                new Admission.Others("r", version, Optional.of(beside.admit()).filter(sql -> !sql.isEmpty())));
    }

    private static ImportResult imported(String contract, Map<String, ImportResult> imported) {
        ImportResult result = imported.get(contract);
        if (result == null) {
            throw new IllegalStateException("Companions of rows of " + contract + ", which was not imported");
        }
        return result;
    }
}
