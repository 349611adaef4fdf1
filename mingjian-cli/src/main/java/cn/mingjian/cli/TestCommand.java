package cn.mingjian.cli;

import cn.mingjian.engine.cases.CaseReader;
import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.cases.CaseRunner;
import cn.mingjian.engine.cases.TestCase;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test [MODEL...]}: the given/expect cases of models, one line a case. */
@Command(name = "test", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class TestCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(arity = "0..*", paramLabel = "MODEL", descriptionKey = "test.model")
    private List<String> models = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "FILE", descriptionKey = "test.cases")
    private @Nullable Path cases;

    @Option(names = "--mutants", descriptionKey = "test.mutants")
    private boolean mutants;

    @Override
    public Integer call() {
        Library library = common.library();
        List<Path> folders = models.isEmpty()
                ? library.models()
                : models.stream()
                        .map(model -> Common.modelFolder(library, model))
                        .toList();
        boolean failed = false;
        for (Path folder : folders) {
            failed |= !passes(library, folder);
        }
        return failed ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private boolean passes(Library library, Path folder) {
        Problems problems = new Problems();
        Optional<ModelPackage> pack = PackageReader.read(folder, problems);
        problems.throwIfErrors();
        Path tests = cases == null ? folder.resolve("tests") : cases;
        List<TestCase> read = CaseReader.read(tests, problems);
        CaseRunner runner = new CaseRunner(
                Common.compiler(library),
                library.contracts(),
                () -> Common.caseSession(library),
                Runtime.getRuntime().availableProcessors());
        List<CaseResult> results = runner.run(pack.orElseThrow(), read, problems);
        common.print(problems);
        results.stream().filter(result -> !mutants || !result.passed()).forEach(this::print);
        long passed = results.stream().filter(CaseResult::passed).count();
        common.out().println(common.say("cli.test-sum", pack.get().id(), passed, results.size() - passed));
        boolean proved = !mutants || new MutantTest(common, library).passes(pack.get(), read, tests);
        return proved && passed == results.size() && !problems.hasErrors();
    }

    private void print(CaseResult result) {
        String name = result.testCase().name();
        common.out().println((result.passed() ? "✓ " : "✗ ") + name);
        for (CaseResult.Failure failure : result.failures()) {
            common.out()
                    .println("    " + result.testCase().place() + ": "
                            + Messages.text(
                                    common.language(),
                                    failure.code(),
                                    failure.arguments().toArray()));
        }
    }
}
