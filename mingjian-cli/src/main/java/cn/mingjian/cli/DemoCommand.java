package cn.mingjian.cli;

import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckException;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.engine.worker.WorkerException;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.model.problem.Problems;
import cn.mingjian.running.Binding;
import cn.mingjian.running.ModelRun;
import cn.mingjian.running.RunValues;
import cn.mingjian.running.output.ClueFiles;
import cn.mingjian.running.output.DemoSummary;
import cn.mingjian.running.output.ProgressLines;
import cn.mingjian.running.output.ReadinessView;
import cn.mingjian.running.output.ResultView;
import cn.mingjian.running.output.RunReport;
import cn.mingjian.sample.SampleCounty;
import cn.mingjian.sample.SampleOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code demo}: a small synthetic county, every model of the library on it, and the clues as files. The county stays
 * beside the clues, so that a person can look up the rows that a clue names.
 */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class DemoCommand implements Callable<Integer> {

    private static final LocalDate AS_OF = SampleOrder.DEFAULT_AS_OF;
    private static final int FIRST_CLUES = 10;

    @Mixin
    private final Common common = new Common();

    @Mixin
    private final Limits limits = new Limits();

    /** What the launcher asks before it comes here; without it the launcher starts the server. */
    @Option(names = "--no-web", descriptionKey = "demo.no-web")
    private boolean noWeb;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out", defaultValue = "demo-output")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Override
    public Integer call() throws IOException {
        final long started = System.nanoTime();
        Library library = common.library();
        Path county = county(library);
        DemoSummary summary = new DemoSummary(common.language());
        List<Path> models = library.models();
        boolean failed = false;
        for (int i = 0; i < models.size(); i++) {
            String name = String.valueOf(models.get(i).getFileName());
            common.err().println(common.say("cli.demo-model", i + 1, models.size(), name));
            try {
                one(library, name, county, summary);
            } catch (ProblemException | DuckException | WorkerException e) {
                Failures.say(e, common);
                common.out().println(common.say("cli.demo-failed", name));
                common.out().println();
                summary.failed(name);
                failed = true;
            }
        }
        summary.lines().forEach(common.out()::println);
        common.out().println();
        common.out().println(common.say("cli.demo-files", out, county));
        common.out().println(common.say("cli.demo-seconds", seconds(started)));
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private Path county(Library library) throws IOException {
        Path county = out.resolve("sample");
        Files.createDirectories(out);
        removeOlder(county);
        common.err().println(common.say("cli.demo-sample", AS_OF));
        SampleOrder order = new SampleOrder(1, 1, 1, AS_OF, library.contracts());
        SampleCounty.write(order, county, (register, rows, done, of) -> {
            if (done % 10 == 0 || done == of) {
                common.err().println(common.say("cli.sample-register", done, of, register, rows));
            }
        });
        return county;
    }

    /** Only a folder that an earlier demo wrote; any other that is not empty is refused by the sample. */
    private static void removeOlder(Path county) throws IOException {
        if (Files.exists(county.resolve("truth.csv")) && Files.exists(county.resolve("datasets.yaml"))) {
            try (Stream<Path> all = Files.walk(county)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void one(Library library, String name, Path county, DemoSummary summary) throws IOException {
        final long started = System.nanoTime();
        ModelPackage pack = Packages.read(common, library, name);
        Delivery delivery = Binding.open(county, List.of(pack), library);
        Path key = Common.dataHome().resolve("state/published.key");
        NumberingKey.PUBLISHED.write(key);
        ModelRun.Wish wish = new ModelRun.Wish(
                RunValues.of(pack, null, Map.of(), RunValues.OPTION, new Problems()),
                common.say("cli.demo-purpose"),
                Keeping.SHARED,
                false,
                key,
                Version.text());
        ModelRun run = new ModelRun(library, Common.compiler(library), limits.order(), Common.work());
        run.run(
                pack,
                delivery,
                AS_OF,
                wish,
                new ProgressLines(common.err(), common.language(), pack, library),
                answer -> {
                    show(pack, library, wish.purpose(), answer);
                    summary.ran(name, answer, seconds(started));
                });
    }

    private void show(ModelPackage pack, Library library, String purpose, RunAnswer answer) throws IOException {
        RunReport report = new RunReport(pack, library, AS_OF, purpose, answer);
        new ResultView(report, common.language()).lines(FIRST_CLUES).forEach(common.out()::println);
        common.out().println();
        new ReadinessView(report, common.language()).lines().forEach(common.out()::println);
        common.out().println();
        ClueFiles files = new ClueFiles(common.language());
        files.write(report, out.resolve(pack.id() + ".jsonl"));
        files.write(report, out.resolve(pack.id() + ".xlsx"));
    }

    private static long seconds(long started) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    }
}
