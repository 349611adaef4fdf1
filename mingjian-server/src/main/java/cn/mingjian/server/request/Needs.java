package cn.mingjian.server.request;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What models need of other bodies, worked out once: the library does not change under a running server. */
@Component
class Needs {

    private final Packages packages;
    private final Compiler compiler;
    private final Library library;
    private final Map<String, ModelNeed> known = new ConcurrentHashMap<>();

    Needs(Packages packages, Compiler compiler, Library library) {
        this.packages = packages;
        this.compiler = compiler;
        this.library = library;
    }

    /** What a model needs; refuses one that is not in the library. */
    ModelNeed of(String model) {
        return Optional.ofNullable(known.get(model)).orElseGet(() -> packages.find(model)
                .map(pack -> {
                    ModelNeed need = ModelNeed.of(pack, compiler, library.contracts());
                    known.put(model, need);
                    return need;
                })
                .orElseThrow(() -> Refusal.bad("request.model-unknown")));
    }

    /** What each model of the library needs. */
    List<ModelNeed> all() {
        return library.models().stream()
                .map(folder -> of(folder.getFileName().toString()))
                .toList();
    }

    /**
     * What to ask for: of each table the fewest columns that the models need; of a table that none of them reads, those that
     * any model of the library would need.
     *
     * @param models one or more; none where tables are asked for as such
     * @param contracts which tables; all that the models need where there are none
     */
    List<Asked> asked(Collection<String> models, Collection<String> contracts) {
        List<ModelNeed> chosen = models.stream().distinct().map(this::of).toList();
        Set<String> ids = new TreeSet<>(contracts);
        if (ids.isEmpty()) {
            chosen.forEach(need -> ids.addAll(need.columns().keySet()));
        }
        return ids.stream().map(id -> asked(contract(id), chosen)).toList();
    }

    /** A table of the library. */
    Contract contract(String id) {
        return library.contracts()
                .find(id)
                .filter(contract -> contract.id().equals(id))
                .orElseThrow(() -> Refusal.bad("request.table-unknown"));
    }

    /** What a table is called; its id where the library does not have it any more. */
    Words title(String contract) {
        return library.contracts().find(contract).map(Contract::title).orElse(Words.same(contract));
    }

    /** What a model is called; its id where the library does not have it any more. */
    Words modelTitle(String model) {
        return packages.find(model).map(ModelPackage::title).orElse(Words.same(model));
    }

    private Asked asked(Contract contract, List<ModelNeed> chosen) {
        List<ModelNeed> readers = readers(contract.id(), chosen);
        List<ModelNeed> whose = readers.isEmpty() ? readers(contract.id(), all()) : readers;
        Set<String> required = new TreeSet<>(contract.key());
        Set<String> used = new TreeSet<>();
        if (whose.isEmpty()) {
            used.addAll(contract.columns().keySet());
        }
        for (ModelNeed need : whose) {
            required.addAll(need.required().getOrDefault(contract.id(), Set.of()));
            used.addAll(need.columns().getOrDefault(contract.id(), Set.of()));
        }
        Map<Boolean, List<String>> split = contract.columns().keySet().stream()
                .filter(column -> required.contains(column) || used.contains(column))
                .collect(Collectors.partitioningBy(required::contains));
        return new Asked(contract.id(), split.getOrDefault(true, List.of()), split.getOrDefault(false, List.of()));
    }

    private static List<ModelNeed> readers(String contract, List<ModelNeed> models) {
        return models.stream()
                .filter(need -> need.columns().containsKey(contract))
                .toList();
    }

    /** The models of the library that a text names, whose readers would then know what is supervised. */
    List<ModelNeed> named(String text) {
        List<ModelNeed> named = new ArrayList<>();
        for (ModelNeed need : all()) {
            if (need.telling().stream().anyMatch(text::contains)) {
                named.add(need);
            }
        }
        return named;
    }
}
