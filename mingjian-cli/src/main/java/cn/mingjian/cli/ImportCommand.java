package cn.mingjian.cli;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.Intake;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.quality.QualityReport;
import cn.mingjian.intake.store.Wanted;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.dataset.Coverage;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Nearest;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.Binding;
import cn.mingjian.running.NeededImport;
import cn.mingjian.running.output.CoverageAdvice;
import cn.mingjian.running.output.ProgressLines;
import cn.mingjian.running.output.QualityView;
import cn.mingjian.running.output.UnusedView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code import PATH --out DIR}: a delivery to dataset versions, one folder a contract. For models only the rows and
 * columns that one of them needs are kept; contracts that are named are kept whole.
 */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "PATH", descriptionKey = "run.data")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path data;

    @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "import.model")
    private List<String> models = new ArrayList<>();

    @Option(names = "--contract", paramLabel = "CONTRACT", descriptionKey = "import.contract")
    private List<String> contracts = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "import.out")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (models.isEmpty() == contracts.isEmpty()) {
            common.err().println(common.say("cli.import-what"));
            return ExitCode.WRONG_USE;
        }
        Library library = common.library();
        Files.createDirectories(out.toAbsolutePath().resolveSibling(""));
        Map<String, ImportResult> results = models.isEmpty() ? whole(library) : needed(library);
        ProgressLines lines = progress();
        results.values().forEach(result -> result.problems().forEach(lines::problem));
        List<Contract> notStated = new ArrayList<>();
        for (ImportResult result : results.values()) {
            Contract contract = contract(library, result.version().manifest().contract());
            if (result.version().manifest().coverage().equals(Coverage.NOT_STATED)) {
                notStated.add(contract);
            }
            new QualityView(contract, common.language()).lines(result.quality()).forEach(common.out()::println);
            Path folder = out.resolve(result.version().manifest().contract());
            common.out().println(common.say("cli.import-written", folder, folder.resolve(QualityReport.FILE)));
            common.out().println();
        }
        new CoverageAdvice(common.language()).lines(notStated).forEach(common.out()::println);
        if (results.isEmpty()) {
            throw new ProblemException(Place.of(data.toString()), "cli.import-nothing");
        }
        return ExitCode.DONE;
    }

    private Map<String, ImportResult> needed(Library library) {
        List<ModelPackage> packs = models.stream()
                .distinct()
                .map(name -> Packages.read(common, library, name))
                .toList();
        Compiler compiler = Common.compiler(library);
        Delivery delivery = readable(Binding.open(data, packs, library));
        new UnusedView(common.language())
                .lines(delivery.unused(), packs, library.contracts())
                .forEach(common.err()::println);
        List<CheckedModel> checked = packs.stream()
                .map(pack -> Binding.of(library, compiler, pack, delivery, Settings.FOR_CHECK)
                        .model())
                .toList();
        return new NeededImport(library, delivery, checked).into(out, Common.limits(), progress());
    }

    private Map<String, ImportResult> whole(Library library) {
        List<Contract> wanted =
                contracts.stream().map(id -> contract(library, id)).toList();
        Delivery delivery = readable(Delivery.open(data, wanted, name -> library.contracts()
                .find(name)
                .filter(named -> !wanted.contains(named))
                .isPresent()));
        Intake intake = new Intake(Common.limits(), library.functions());
        List<Intake.Order> orders = delivery.tables().values().stream()
                .map(table -> new Intake.Order(table, Wanted.columns(table.columns())))
                .toList();
        return intake.importTables(orders, out, progress());
    }

    private static Contract contract(Library library, String id) {
        return library.contracts()
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        Place.of(id),
                        "cli.unknown-contract",
                        Nearest.advice(id, library.contracts().ids())));
    }

    private Delivery readable(Delivery delivery) {
        Problems problems = new Problems();
        problems.addAll(delivery.problems());
        problems.throwIfErrors();
        common.print(problems);
        return delivery;
    }

    private ProgressLines progress() {
        return new ProgressLines(common.err(), common.language());
    }
}
