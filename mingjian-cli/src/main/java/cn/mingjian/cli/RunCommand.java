package cn.mingjian.cli;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.Binding;
import cn.mingjian.running.FormRegister;
import cn.mingjian.running.ModelRun;
import cn.mingjian.running.RunChain;
import cn.mingjian.running.RunValues;
import cn.mingjian.running.output.ClueFiles;
import cn.mingjian.running.output.ProgressLines;
import cn.mingjian.running.output.ReadinessView;
import cn.mingjian.running.output.ResultView;
import cn.mingjian.running.output.RunReport;
import cn.mingjian.running.output.UnusedView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run MODEL --data PATH}: a folder of files or a filled form and a model to clues. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class RunCommand implements Callable<Integer> {

    private static final int FIRST_CLUES = 20;
    private static final String DUCKDB = "duckdb";

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "MODEL[@VERSION]", descriptionKey = "run.model")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String model;

    @Option(names = "--data", required = true, paramLabel = "PATH", descriptionKey = "run.data")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path data;

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "run.as-of", converter = AsOfDay.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "run.purpose", defaultValue = "")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String purpose;

    @Option(names = "--profile", paramLabel = "FILE", descriptionKey = "run.profile")
    private @Nullable Path profile;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "run.set")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE.jsonl|FILE.xlsx|FILE.sql", descriptionKey = "run.out")
    private List<Path> out = List.of();

    @Option(names = "--unknown", paramLabel = "FILE", descriptionKey = "run.unknown")
    private @Nullable Path unknown;

    @Option(names = "--numbering-key", paramLabel = "FILE", descriptionKey = "run.numbering-key")
    private @Nullable Path numberingKey;

    @Option(names = "--trace", descriptionKey = "run.trace")
    private boolean trace;

    @Option(names = "--engine", paramLabel = "ENGINE", descriptionKey = "run.engine", defaultValue = DUCKDB)
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String engine;

    @Mixin
    private final Limits limits = new Limits();

    @Override
    public Integer call() throws IOException {
        if (!engine.equals(DUCKDB)) {
            common.err().println(common.say("cli.engine-unknown", engine));
            return ExitCode.WRONG_USE;
        }
        if (!trace && out.stream().anyMatch(file -> file.toString().endsWith(ClueFiles.SQL))) {
            common.err().println(common.say("cli.sql-needs-trace"));
            return ExitCode.WRONG_USE;
        }
        Optional<Path> nowhere = Stream.concat(out.stream(), Optional.ofNullable(unknown).stream())
                .filter(file -> !Files.isDirectory(folderOf(file)))
                .findFirst();
        if (nowhere.isPresent()) {
            common.err().println(common.say("cli.no-folder", nowhere.get()));
            return ExitCode.WRONG_USE;
        }
        Library library = common.library();
        ModelPackage pack = Packages.read(common, library, model);
        Common.compiler(library).check(pack);
        Problems problems = new Problems();
        RunValues values = RunValues.of(pack, profile, set, RunValues.OPTION, problems);
        Delivery delivery = Binding.open(data, List.of(pack), library);
        new FormRegister(Common.forms()).check(delivery, pack, problems);
        problems.addAll(delivery.problems());
        problems.throwIfErrors();
        common.print(problems);
        new UnusedView(common.language())
                .lines(delivery.unused(), List.of(pack), library.contracts())
                .forEach(common.err()::println);
        pack.problems().throwIfErrors();
        ModelRun run = new ModelRun(library, Common.compiler(library), limits.order(), Common.work());
        Optional<LocalDate> day = Optional.ofNullable(asOf).or(() -> run.defaultDay(pack, delivery, values));
        if (day.isEmpty()) {
            ProgressLines progress = new ProgressLines(common.err(), common.language(), pack, library);
            common.err()
                    .println(run.latestDay(pack, delivery, values, progress)
                            .map(latest -> common.say(
                                    "cli.as-of-proposed",
                                    latest.day(),
                                    latest.register().in(common.language())))
                            .orElseGet(() -> common.say("cli.as-of-needed")));
            return ExitCode.WRONG_USE;
        }
        Path key = numberingKey == null ? Common.dataHome().resolve("state/numbering.key") : numberingKey;
        NumberingKey.makeIfMissing(key);
        ModelRun.Wish wish = new ModelRun.Wish(
                values, purpose, trace ? Keeping.TRACED : Keeping.SHARED, unknown != null, key, Version.text());
        AtomicBoolean ran = new AtomicBoolean();
        run.run(
                pack,
                delivery,
                day.get(),
                wish,
                new ProgressLines(common.err(), common.language(), pack, library),
                answer -> {
                    finish(pack, day.get(), answer);
                    ran.set(anyRan(answer));
                });
        return ran.get() ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    /** Whether a rule or a signal could run; without any, nothing was checked. */
    private static boolean anyRan(RunAnswer answer) {
        return answer.funnel().rules().stream().anyMatch(rule -> !rule.state().equals("not-runnable"));
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    private void finish(ModelPackage pack, LocalDate day, RunAnswer answer) throws IOException {
        RunReport report = new RunReport(pack, common.library(), day, purpose, answer);
        new ResultView(report, common.language()).lines(FIRST_CLUES).forEach(common.out()::println);
        ClueFiles files = new ClueFiles(common.language());
        for (Path file : out) {
            for (Path written : files.write(report, file)) {
                common.out().println(common.say("cli.written", written));
            }
        }
        if (unknown != null) {
            files.copy(answer.unknown(), unknown);
            common.out().println(common.say("cli.written", unknown));
        }
        common.out().println();
        new ReadinessView(report, common.language()).lines().forEach(common.out()::println);
        RunChain.of(Common.dataHome())
                .append(Map.of(
                        "model", pack.id() + "@" + pack.version(),
                        "as_of", day.toString(),
                        "purpose", purpose,
                        "fingerprint", answer.fingerprint(),
                        "clues", String.valueOf(answer.masked().size())));
    }
}
