package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.cases.CaseRunner;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.law.LawIndex;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.Problem.Severity;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.ReferenceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sketches with which the language was described are packages of that language. */
class SketchesTest {

    private static final Path SKETCHES = Path.of("src/test/resources/sketches");
    private static final Library LIBRARY = library();

    static Stream<Path> models() throws IOException {
        try (Stream<Path> models = Files.list(SKETCHES.resolve("models"))) {
            return models.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldCompileAsTheyAreSketched(Path model) {
        Problems problems = new Problems();
        PackageReader.read(model, problems).ifPresent(Compiler.of(LIBRARY)::check);

        assertThat(problems.list().stream().filter(problem -> problem.severity() == Severity.ERROR))
                .extracting(Problem::toString)
                .isEmpty();
    }

    @Test
    void shouldPassTheSketchedCases(@TempDir Path folder) {
        Problems problems = new Problems();
        ModelPackage pack = PackageReader.read(SKETCHES.resolve("models/community-correction"), problems)
                .orElseThrow();
        List<TestCase> cases = CaseReader.read(SKETCHES.resolve("tests.yaml"), problems);
        DuckLimits limits = new DuckLimits(500_000_000, 1, folder, 100_000_000);

        List<CaseResult> results = new CaseRunner(
                        Compiler.of(LIBRARY),
                        LIBRARY.contracts(),
                        () -> DuckSession.open(limits, DuckFiles.none(), LIBRARY.functions()),
                        1)
                .run(pack, cases, problems);

        assertThat(problems.list().stream().filter(problem -> problem.severity() == Severity.ERROR))
                .isEmpty();
        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result.failures())
                .as(result.testCase().name())
                .isEmpty());
    }

    /** The library, and before it what the sketches name and the library lacks. */
    private static Library library() {
        Path library = Path.of("../library");
        return new Library(
                library,
                new Contracts(List.of(SKETCHES.resolve("library/contracts"), library.resolve("contracts"))),
                new ReferenceTables(List.of(SKETCHES.resolve("library/tables"), library.resolve("tables"))),
                LawIndex.load(library));
    }
}
