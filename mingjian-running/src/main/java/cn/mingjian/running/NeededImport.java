package cn.mingjian.running;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.Intake;
import cn.mingjian.intake.delivery.DeliveredTable;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Imports of a delivery what models need, and no more: of each table the columns that one of them uses, and the rows that
 * one of them admits.
 *
 * @param there dataset versions by contract that lie beside the delivery
 * @param models checked over both
 */
public record NeededImport(
        Library library, Delivery delivery, Map<String, List<DatasetVersion>> there, List<CheckedModel> models) {

    /** Of a delivery alone. */
    public NeededImport(Library library, Delivery delivery, List<CheckedModel> models) {
        this(library, delivery, Map.of(), models);
    }

    /** Imports each table into a folder of its own under {@code folder}. */
    public Map<String, ImportResult> into(Path folder, DuckLimits limits, Progress progress) {
        return into(folder, Map.of(), limits, progress);
    }

    /** @param further a column by contract that is stored beside those that the models use */
    Map<String, ImportResult> into(Path folder, Map<String, String> further, DuckLimits limits, Progress progress) {
        Needs needs = new Needs(models);
        Map<String, Set<String>> columns = needs.columns();
        further.forEach((contract, column) ->
                columns.computeIfAbsent(contract, any -> new TreeSet<>()).add(column));
        Intake intake = new Intake(limits, library.functions());
        Map<String, ImportResult> results = new LinkedHashMap<>();
        Map<String, DeliveredTable> waiting = new LinkedHashMap<>(delivery.tables());
        waiting.keySet().retainAll(columns.keySet());
        while (!waiting.isEmpty()) {
            List<DeliveredTable> ready = waiting.values().stream()
                    .filter(table ->
                            Collections.disjoint(needs.besides(table.contract().id()), waiting.keySet()))
                    .toList();
            if (ready.isEmpty()) {
                throw new ProblemException(
                        Place.of(names()), "running.companions-in-a-circle", String.join(", ", waiting.keySet()));
            }
            List<Intake.Order> orders = ready.stream()
                    .map(table -> order(table, columns, needs, results))
                    .toList();
            results.putAll(intake.importTables(orders, folder, progress));
            ready.forEach(table -> waiting.remove(table.contract().id()));
        }
        return results;
    }

    private String names() {
        return models.stream().map(model -> model.pack().id()).collect(Collectors.joining(", "));
    }

    private Intake.Order order(
            DeliveredTable table, Map<String, Set<String>> columns, Needs needs, Map<String, ImportResult> imported) {
        String id = table.contract().id();
        Map<String, DatasetVersion> versions = new LinkedHashMap<>();
        there.forEach((contract, some) -> versions.put(contract, some.get(some.size() - 1)));
        imported.forEach((contract, result) -> versions.put(contract, result.version()));
        return new Intake.Order(table, new Wanted(columns.getOrDefault(id, Set.of()), needs.admissions(id, versions)));
    }
}
