package cn.mingjian.running;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Imports of a delivery what one model needs, and no more, and binds it. */
public final class Binding {

    private final Library library;
    private final ModelPackage pack;
    private final Delivery delivery;
    private final Map<String, List<DatasetVersion>> there;
    private final CheckedModel model;

    private Binding(
            Library library,
            ModelPackage pack,
            Delivery delivery,
            Map<String, List<DatasetVersion>> there,
            CheckedModel model) {
        this.library = library;
        this.pack = pack;
        this.delivery = delivery;
        this.there = there;
        this.model = model;
    }

    /** Looks through a delivery for the contracts that models can read. */
    public static Delivery open(Path data, List<ModelPackage> packs, Library library) {
        Map<String, Contract> contracts = new TreeMap<>();
        packs.stream()
                .flatMap(pack -> pack.inputs().values().stream())
                .forEach(input -> collect(input.contractId(), library, contracts));
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
        return of(library, compiler, pack, delivery, Map.of(), settings);
    }

    /**
     * The same beside dataset versions that are there already.
     *
     * @param there versions by contract; what is delivered goes before them
     */
    public static Binding of(
            Library library,
            Compiler compiler,
            ModelPackage pack,
            Delivery delivery,
            Map<String, List<DatasetVersion>> there,
            Settings settings) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>();
        there.forEach((id, versions) -> datasets.put(id, dataset(versions)));
        delivery.tables()
                .forEach((id, table) -> datasets.put(id, new Delivered.Dataset(table.columns(), table.coverage())));
        CheckedModel model = compiler.check(pack, new Delivered(datasets, false), settings);
        pack.problems().throwIfErrors();
        return new Binding(library, pack, delivery, there, model);
    }

    private static Delivered.Dataset dataset(List<DatasetVersion> versions) {
        Set<String> columns = new LinkedHashSet<>(versions.get(0).manifest().columns());
        versions.forEach(version -> columns.retainAll(version.manifest().columns()));
        return new Delivered.Dataset(
                columns,
                versions.stream().map(version -> version.manifest().coverage()).toList(),
                OptionalLong.empty());
    }

    /** The checked model over what was delivered. */
    public CheckedModel model() {
        return model;
    }

    /** Imports each table into a folder of its own under {@code folder}. */
    public Map<String, ImportResult> importInto(Path folder, DuckLimits limits, Progress progress) {
        return new NeededImport(library, delivery, there, List.of(model)).into(folder, limits, progress);
    }

    /** The same with the column that dates a row, for each register on whose silence conclusions rest. */
    Map<String, ImportResult> importDated(Path folder, DuckLimits limits, Progress progress) {
        return new NeededImport(library, delivery, there, List.of(model))
                .into(folder, KnownEnds.datingColumns(model), limits, progress);
    }

    /** The earliest stated end among the registers on whose silence conclusions rest, if any states one. */
    public Optional<LocalDate> knownUntil() {
        return KnownEnds.earliest(model);
    }

    /** The package that is bound. */
    public ModelPackage pack() {
        return pack;
    }
}
