package cn.mingjian.server.dataset;

import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.intake.quality.KeyMatch;
import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Column;
import cn.mingjian.model.contract.ColumnType;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.server.dataset.QualityShown.KeysFound;
import cn.mingjian.server.dataset.Uses.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares the numbers of persons or firms of a new version with those of the other datasets that serve the same purposes:
 * where few of the smaller are found in the larger one, one of them may write its numbers in another way.
 */
@Component
class Matches {

    private static final int MOST = 6;

    private final Library library;
    private final Uses uses;
    private final Datasets datasets;
    private final Versions versions;
    private final DatasetFiles files;

    Matches(Library library, Uses uses, Datasets datasets, Versions versions, DatasetFiles files) {
        this.library = library;
        this.uses = uses;
        this.datasets = datasets;
        this.versions = versions;
        this.files = files;
    }

    /** The comparisons, the lowest first. */
    List<KeysFound> of(Version version, Dataset dataset, DatasetVersion stored, DuckLimits limits) {
        Set<String> contracts = new TreeSet<>();
        library.contracts().ids().stream()
                .filter(contract -> uses.of(contract).stream()
                        .map(Use::model)
                        .anyMatch(dataset.authority().purposes()::contains))
                .filter(contract -> !contract.equals(dataset.contract()))
                .forEach(contracts::add);
        List<Dataset> others = datasets.of(version.system(), List.copyOf(contracts));
        List<KeysFound> matches = new ArrayList<>();
        for (Version newest : versions.newestReady(others)) {
            others.stream()
                    .filter(other -> other.id().equals(newest.dataset()))
                    .findFirst()
                    .flatMap(other -> match(dataset, stored, other, files.version(newest), limits))
                    .ifPresent(matches::add);
        }
        return matches.stream()
                .sorted(Comparator.comparingDouble(match -> (double) match.matched() / Math.max(1, match.keys())))
                .limit(MOST)
                .toList();
    }

    /** By the first number in both keys; the one with fewer of them is looked for in the other. */
    private Optional<KeysFound> match(
            Dataset dataset, DatasetVersion stored, Dataset other, DatasetVersion there, DuckLimits limits) {
        Optional<Contract> own = library.contracts().find(dataset.contract());
        Optional<Contract> others = library.contracts().find(other.contract());
        if (own.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> common = numbers(own.get(), stored).stream()
                .filter(numbers(others.get(), there)::contains)
                .findFirst();
        return common.map(column -> {
            List<String> key = List.of(column);
            KeyMatch one = KeyMatch.of(stored, key, there, key, limits);
            KeyMatch back = KeyMatch.of(there, key, stored, key, limits);
            KeyMatch less = one.keys() <= back.keys() ? one : back;
            Words title = Optional.ofNullable(own.get().columns().get(column))
                    .map(Column::title)
                    .orElse(Words.same(column));
            return new KeysFound(
                    other.title(),
                    others.get().title(),
                    title,
                    less.keys(),
                    less.matched(),
                    less.problem().isPresent());
        });
    }

    /** The stored columns that hold numbers of persons or firms. */
    private static Set<String> numbers(Contract contract, DatasetVersion version) {
        return contract.columns().values().stream()
                .filter(column -> column.type() == ColumnType.ID_NO || column.type() == ColumnType.USCC)
                .map(Column::name)
                .filter(version.manifest().columns()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
