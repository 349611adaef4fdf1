package cn.mingjian.cli.running;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Lineage;
import cn.mingjian.compiler.Settings;
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
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Imports of a delivery what one model needs, and no more, and binds it. */
public final class Binding {

    private final Library library;
    private final ModelPackage pack;
    private final Delivery delivery;
    private final CheckedModel model;

    private Binding(Library library, ModelPackage pack, Delivery delivery, CheckedModel model) {
        this.library = library;
        this.pack = pack;
        this.delivery = delivery;
        this.model = model;
    }

    /** Looks through a delivery for the contracts that a model can read. */
    public static Delivery open(Path data, ModelPackage pack, Library library) {
        Map<String, Contract> contracts = new TreeMap<>();
        pack.inputs().values().forEach(input -> collect(input.contractId(), library, contracts));
        return Delivery.open(data, contracts.values(), name -> library.contracts()
                .find(name)
                .filter(named -> !contracts.containsKey(named.id()))
                .isPresent());
    }

    private static void collect(String id, Library library, Map<String, Contract> contracts) {
        Optional<Contract> found = library.contracts().find(id);
        if (found.isPresent() && contracts.putIfAbsent(found.get().id(), found.get()) == null) {
            found.get().derived().ifPresent(derivation -> derivation
                    .inputs()
                    .values()
                    .forEach(reference -> collect(reference.text().replaceFirst("@.*", ""), library, contracts)));
        }
    }

    /** Decides which columns and rows of a delivery a run of the model needs. */
    public static Binding of(
            Library library, Compiler compiler, ModelPackage pack, Delivery delivery, Settings settings) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>();
        delivery.tables()
                .forEach((id, table) -> datasets.put(id, new Delivered.Dataset(table.columns(), table.coverage())));
        CheckedModel model = compiler.check(pack, new Delivered(datasets, false), settings);
        pack.problems().throwIfErrors();
        return new Binding(library, pack, delivery, model);
    }

    /** The checked model over what was delivered. */
    public CheckedModel model() {
        return model;
    }

    /** Imports each table into a folder of its own under {@code folder}. */
    public Map<String, ImportResult> importInto(Path folder, DuckLimits limits, Progress progress) {
        return importInto(folder, new Lineage(model).columnsByContract(), limits, progress);
    }

    /** The same with the column that dates a row, for each register on whose silence conclusions rest. */
    Map<String, ImportResult> importDated(Path folder, DuckLimits limits, Progress progress) {
        Map<String, Set<String>> columns = new Lineage(model).columnsByContract();
        KnownEnds.datingColumns(model)
                .forEach((contract, column) -> columns.computeIfAbsent(contract, any -> new TreeSet<>())
                        .add(column));
        return importInto(folder, columns, limits, progress);
    }

    private Map<String, ImportResult> importInto(
            Path folder, Map<String, Set<String>> columns, DuckLimits limits, Progress progress) {
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
                        Place.of(pack.id()), "cli.companions-in-a-circle", String.join(", ", waiting.keySet()));
            }
            List<Intake.Order> orders =
                    ready.stream().map(table -> order(table, columns, results)).toList();
            results.putAll(intake.importTables(orders, folder, progress));
            ready.forEach(table -> waiting.remove(table.contract().id()));
        }
        return results;
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
        return model.views().values().stream()
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

    /** The package that is bound. */
    public ModelPackage pack() {
        return pack;
    }
}
