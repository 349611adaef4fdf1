package cn.mingjian.server.dataset;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.running.Needs;
import cn.mingjian.server.installation.Packages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Which models of the library use which columns of which contracts: what may be stored, and for what. A register counts
 * both where it is used itself and where another is built from it.
 */
@Component
class Uses {

    private final Compiler compiler;
    private final Packages packages;
    private final CompletableFuture<Map<String, List<Use>>> uses;

    Uses(Compiler compiler, Packages packages) {
        this.compiler = compiler;
        this.packages = packages;
        this.uses = CompletableFuture.supplyAsync(this::all);
    }

    /** A model that uses a contract, with the columns. */
    record Use(String model, Words title, Words duty, Set<String> columns) {}

    /** The models that use a contract. */
    List<Use> of(String contract) {
        return uses.join().getOrDefault(contract, List.of());
    }

    /** The contracts that a model uses, each with its columns. */
    Map<String, Use> byModel(String model) {
        Map<String, Use> used = new TreeMap<>();
        uses.join()
                .forEach((contract, some) ->
                        some.stream().filter(use -> use.model().equals(model)).forEach(use -> used.put(contract, use)));
        return used;
    }

    private Map<String, List<Use>> all() {
        Map<String, List<Use>> all = new TreeMap<>();
        for (ModelPackage pack : packages.all()) {
            Needs needs = needs(List.of(pack), Map.of());
            needs.columns().forEach((contract, columns) -> all.computeIfAbsent(contract, any -> new ArrayList<>())
                    .add(new Use(pack.id(), pack.title(), pack.duty(), columns)));
        }
        return all;
    }

    /** What models need of a contract of which these columns were delivered. */
    Needs needs(Collection<String> models, Contract contract, Set<String> delivered) {
        List<ModelPackage> packs = packages.all().stream()
                .filter(pack -> models.contains(pack.id()))
                .toList();
        return needs(packs, Map.of(contract.id(), new Delivered.Dataset(delivered, Coverage.NOT_STATED)));
    }

    /** All else counts as delivered; once as it is, and once as what it is built from. */
    private Needs needs(List<ModelPackage> packs, Map<String, Delivered.Dataset> delivered) {
        Map<String, Delivered.Dataset> datasets = new HashMap<>(delivered);
        return new Needs(packs.stream()
                .flatMap(pack -> List.of(false, true).stream()
                        .map(built -> compiler.check(pack, new Delivered(datasets, true, built), Settings.FOR_CHECK)))
                .toList());
    }
}
