package cn.mingjian.cli;

import cn.mingjian.cli.output.ClueFiles;
import cn.mingjian.cli.output.ClueView;
import cn.mingjian.cli.output.FunnelView;
import cn.mingjian.cli.running.Binding;
import cn.mingjian.cli.running.KnownEnds;
import cn.mingjian.cli.running.RunChain;
import cn.mingjian.cli.running.RunValues;
import cn.mingjian.cli.running.WorkFolder;
import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run MODEL --data PATH}: a folder of files or a filled form and a model to clues. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class RunCommand implements Callable<Integer> {

    private static final int FIRST_CLUES = 20;

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "MODEL[@VERSION]", descriptionKey = "run.model")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String model;

    @Option(names = "--data", required = true, paramLabel = "PATH", descriptionKey = "run.data")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path data;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "run.as-of")
    private @Nullable LocalDate asOf;

    @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "run.purpose", defaultValue = "")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String purpose;

    @Option(names = "--profile", paramLabel = "FILE", descriptionKey = "run.profile")
    private @Nullable Path profile;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "run.set")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE.jsonl|FILE.xlsx", descriptionKey = "run.out")
    private List<Path> out = List.of();

    @Option(names = "--unknown", paramLabel = "FILE", descriptionKey = "run.unknown")
    private @Nullable Path unknown;

    @Option(names = "--numbering-key", paramLabel = "FILE", descriptionKey = "run.numbering-key")
    private @Nullable Path numberingKey;

    @Option(names = "--trace", descriptionKey = "run.trace")
    private boolean trace;

    @Override
    public Integer call() throws IOException {
        Library library = common.library();
        ModelPackage pack = Packages.read(common, library, model);
        Compiler compiler = Common.compiler(library);
        compiler.check(pack);
        Problems problems = new Problems();
        RunValues values = RunValues.of(pack, profile, set, problems);
        Delivery delivery = Binding.open(data, pack, library);
        problems.addAll(delivery.problems());
        common.print(problems);
        problems.throwIfErrors();
        pack.problems().throwIfErrors();
        Settings any = new Settings(Settings.FOR_CHECK.asOf(), values.values(), false);
        Optional<LocalDate> day = Optional.ofNullable(asOf)
                .or(() -> KnownEnds.earliest(
                        Binding.of(library, compiler, pack, delivery, any).model()));
        if (day.isEmpty()) {
            common.err().println(common.say("cli.as-of-needed"));
            return ExitCode.WRONG_USE;
        }
        Settings settings = new Settings(day.get(), values.values(), false);
        try (WorkFolder work = WorkFolder.make(Common.dataHome().resolve("work"))) {
            Map<String, ImportResult> imported = Binding.of(library, compiler, pack, delivery, settings)
                    .importInto(work.path(), Common.limits(), (source, rows, bytes, total) -> {});
            imported.values().forEach(result -> result.problems()
                    .forEach(problem -> common.err().println(Messages.render(problem, common.language()))));
            finish(library, pack, settings, values, imported);
        }
        return ExitCode.DONE;
    }

    private void finish(
            Library library, ModelPackage pack, Settings settings, RunValues values, Map<String, ImportResult> imported)
            throws IOException {
        Map<String, List<DatasetVersion>> datasets = new LinkedHashMap<>();
        imported.forEach((contract, result) -> datasets.put(contract, List.of(result.version())));
        Path key = numberingKey == null ? Common.dataHome().resolve("state/numbering.key") : numberingKey;
        Engine engine = new Engine(library, Common.limits(), NumberingKey.readOrMake(key));
        RunOrder order = new RunOrder(
                datasets,
                settings.asOf(),
                settings.values(),
                values.sources(),
                purpose,
                trace ? Keeping.TRACED : Keeping.SHARED,
                unknown != null,
                Version.text());
        RunResult result = engine.run(pack, order, act -> {});
        print(pack, settings, result);
        ClueFiles files = new ClueFiles(common.language());
        for (Path file : out) {
            files.write(result, file);
            common.out().println(common.say("cli.written", file));
        }
        if (unknown != null) {
            files.writeUnknown(result.unknown(), unknown);
            common.out().println(common.say("cli.written", unknown));
        }
        new RunChain(Common.dataHome().resolve("state/runs.jsonl"))
                .append(Map.of(
                        "model", pack.id() + "@" + pack.version(),
                        "as_of", settings.asOf().toString(),
                        "purpose", purpose,
                        "fingerprint", result.fingerprint(),
                        "clues", String.valueOf(result.clues().size())));
    }

    private void print(ModelPackage pack, Settings settings, RunResult result) {
        common.out()
                .println(pack.title().in(common.language()) + "  " + pack.id() + "@" + pack.version() + "  "
                        + common.say("cli.as-of", settings.asOf()));
        common.out().println(purpose.isEmpty() ? common.say("cli.no-purpose") : common.say("cli.purpose", purpose));
        common.out().println();
        new FunnelView(common.language()).lines(result.funnel()).forEach(common.out()::println);
        ClueView view = new ClueView(common.language());
        if (!result.signals().isEmpty()) {
            common.out().println();
            view.signals(result.signals(), FIRST_CLUES).forEach(common.out()::println);
        }
        common.out().println();
        if (result.masked().isEmpty()) {
            common.out().println(common.say("cli.no-clues"));
        } else {
            view.lines(result.masked(), FIRST_CLUES).forEach(common.out()::println);
        }
    }
}
