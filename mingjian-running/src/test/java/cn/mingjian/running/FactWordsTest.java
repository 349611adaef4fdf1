package cn.mingjian.running;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.FactWords;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fact that a page of a clue shows has words that a person knows. */
class FactWordsTest {

    private static final Library LIBRARY = Library.open(Path.of("..", "library"));

    static List<Path> models() {
        return LIBRARY.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldNameEveryFactOfAModel(Path folder) {
        Problems problems = new Problems();
        ModelPackage pack = PackageReader.read(folder, problems).orElseThrow();
        Map<String, Words> words = FactWords.read(folder, problems);
        Set<String> facts = pack.rules().values().stream()
                .flatMap(rule -> List.of(rule.mapOrEmpty("facts"), rule.mapOrEmpty("running")).stream())
                .flatMap(map -> map.keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> nameless = new TreeSet<>(facts);
        nameless.removeAll(words.keySet());
        pack.inputs().values().stream()
                .map(input -> LIBRARY.contracts().find(input.contractId()).orElseThrow())
                .map(Contract::columns)
                .forEach(columns -> nameless.removeAll(columns.keySet()));

        assertThat(nameless).isEmpty();
        assertThat(facts).containsAll(words.keySet());
        problems.throwIfErrors();
    }
}
