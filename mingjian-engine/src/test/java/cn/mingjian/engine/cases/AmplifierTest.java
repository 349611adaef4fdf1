package cn.mingjian.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.duckdb.DuckFiles;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.duckdb.DuckSession;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.DomainFunctions;
import cn.mingjian.functions.HolidayCalendar;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.model.table.ReferenceTables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ladder that reads an amplifier and its contrary: what the data cannot decide raises neither way. */
class AmplifierTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<DomainFunction> FUNCTIONS = DomainFunctions.all(HolidayCalendar.NONE);

    @Test
    void shouldRaiseOnlyWhatTheDataDecide(@TempDir Path folder) {
        Contracts contracts = new Contracts(List.of(RESOURCES.resolve("mutants/contracts")));
        Compiler compiler = new Compiler(
                contracts, new ReferenceTables(List.of()), FUNCTIONS, Patterns.in(Path.of("..", "library")));
        DuckLimits limits = new DuckLimits(500_000_000, 1, folder, 100_000_000);
        Path model = RESOURCES.resolve("amplifiers");
        Problems problems = new Problems();
        List<TestCase> cases = CaseReader.read(model.resolve("tests.yaml"), problems);

        List<CaseResult> results = new CaseRunner(
                        compiler, contracts, () -> DuckSession.open(limits, DuckFiles.none(), FUNCTIONS), 1)
                .run(PackageReader.read(model, problems).orElseThrow(), cases, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(results).hasSize(7).allSatisfy(result -> assertThat(result.failures())
                .as(result.testCase().name())
                .isEmpty());
    }
}
