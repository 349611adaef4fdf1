package cn.mingjian.running;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.engine.worker.OrderFile;
import cn.mingjian.engine.worker.RunAnswer;
import cn.mingjian.engine.worker.RunFolder;
import cn.mingjian.engine.worker.WorkerRun;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.event.Event;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One model over one delivery: imports what the model needs into the folder of the run, lets a worker run it, hands the
 * answer on, and removes the folder. What is imported and what is left out is decided anew for each model.
 */
public final class ModelRun {

    private final Library library;
    private final Compiler compiler;
    private final OrderFile.Limits limits;
    private final Path workParent;

    /** @param workParent where the folders of runs are made */
    public ModelRun(Library library, Compiler compiler, OrderFile.Limits limits, Path workParent) {
        this.library = library;
        this.compiler = compiler;
        this.limits = limits;
        this.workParent = workParent;
    }

    /**
     * What a run is told beside model and data.
     *
     * @param values parameter values that differ from the package's defaults
     * @param purpose empty when none was stated
     * @param numberingKey the file with the numbering key
     */
    public record Wish(
            RunValues values,
            String purpose,
            Keeping keeping,
            boolean wantUnknown,
            Path numberingKey,
            String productVersion) {}

    /** Who is told how far a run is. */
    public interface Listener extends Progress {

        /** A table was imported. */
        void imported(String contract, ImportResult result);

        /** What an import found that a person should look at. */
        void problem(Problem problem);

        /** The user stopped the run (Ctrl-C); whether nothing of it is left. */
        void stopped(boolean nothingLeft);

        /** The worker begins something: reading the model, an act of its plan, the rows of a rule, the result. */
        void begun(Event.Progress act);

        /** The run has begun to use the machine; {@code stop}, called in any thread, ends its worker. */
        default void stoppable(Runnable stop) {}
    }

    /** Takes an answer, whose files are gone afterwards. */
    @FunctionalInterface
    public interface Receiver {

        /** Shows the answer, and copies of its files what is to stay. */
        void accept(RunAnswer answer) throws IOException;
    }

    /** The earliest known end among the registers on whose silence conclusions rest, if any states one. */
    public Optional<LocalDate> defaultDay(ModelPackage pack, Delivery delivery, RunValues values) {
        Settings any = new Settings(Settings.FOR_CHECK.asOf(), values.values(), false);
        return Binding.of(library, compiler, pack, delivery, any).knownUntil();
    }

    /**
     * The latest day in the dating columns of the registers on whose silence conclusions rest, with the register that holds
     * it: what an as-of date could be when nobody stated one. Imports the delivery into a work folder and removes it.
     */
    public Optional<LatestDay> latestDay(ModelPackage pack, Delivery delivery, RunValues values, Listener listener) {
        Settings any = new Settings(Settings.FOR_CHECK.asOf(), values.values(), false);
        Binding binding = Binding.of(library, compiler, pack, delivery, any);
        try (RunFolder folder = RunFolder.make(workParent);
                StopAtExit stop = new StopAtExit(folder, () -> {}, listener::stopped)) {
            Map<String, DatasetVersion> versions = new LinkedHashMap<>();
            binding.importDated(folder.data(), session(folder), listener)
                    .forEach((contract, result) -> versions.put(contract, result.version()));
            return LatestDay.among(KnownEnds.datingColumns(binding.model()), versions, library, session(folder));
        }
    }

    /**
     * Imports and runs.
     *
     * @throws cn.mingjian.model.problem.ProblemException when the package, a setting or a file has errors
     * @throws cn.mingjian.duckdb.DuckException when the engine fails at the import
     * @throws cn.mingjian.engine.worker.WorkerException when the run fails
     */
    public void run(
            ModelPackage pack, Delivery delivery, LocalDate asOf, Wish wish, Listener listener, Receiver receiver)
            throws IOException {
        run(pack, delivery, Map.of(), asOf, wish, listener, receiver);
    }

    /**
     * The same beside dataset versions that are there already.
     *
     * @param there versions by contract; what is delivered goes before them
     */
    public void run(
            ModelPackage pack,
            Delivery delivery,
            Map<String, List<DatasetVersion>> there,
            LocalDate asOf,
            Wish wish,
            Listener listener,
            Receiver receiver)
            throws IOException {
        Settings settings = new Settings(asOf, wish.values().values(), false);
        Binding binding = Binding.of(library, compiler, pack, delivery, there, settings);
        try (RunFolder folder = RunFolder.make(workParent);
                WorkerRun worker = WorkerRun.start(folder, limits, Path.of(absolute(library.folder())));
                StopAtExit stop = new StopAtExit(folder, worker::stop, listener::stopped)) {
            listener.stoppable(worker::stop);
            Map<String, List<String>> bindings = new LinkedHashMap<>();
            there.forEach((contract, versions) -> bindings.put(
                    contract,
                    versions.stream().map(version -> absolute(version.folder())).toList()));
            bindings.putAll(imported(binding, folder, listener));
            worker.order(order(pack, bindings, asOf, wish));
            receiver.accept(worker.await(listener::begun));
        }
    }

    private Map<String, List<String>> imported(Binding binding, RunFolder folder, Listener listener) {
        Map<String, List<String>> bindings = new LinkedHashMap<>();
        binding.importInto(folder.data(), session(folder), listener).forEach((contract, result) -> {
            bindings.put(contract, List.of(absolute(result.version().folder())));
            result.problems().forEach(listener::problem);
            listener.imported(contract, result);
        });
        return bindings;
    }

    private DuckLimits session(RunFolder folder) {
        return new DuckLimits(limits.memoryBytes(), limits.threads(), folder.temporary(), limits.temporaryBytes());
    }

    private OrderFile order(ModelPackage pack, Map<String, List<String>> bindings, LocalDate asOf, Wish wish) {
        Map<String, OrderFile.Parameter> parameters = new LinkedHashMap<>();
        wish.values()
                .values()
                .forEach((name, value) -> parameters.put(
                        name,
                        new OrderFile.Parameter(value, wish.values().sources().getOrDefault(name, ""))));
        return new OrderFile(
                OrderFile.SCHEMA,
                wish.productVersion(),
                absolute(library.folder()),
                new OrderFile.Pack(absolute(pack.folder()), pack.digest()),
                bindings,
                asOf,
                wish.purpose(),
                parameters,
                wish.keeping(),
                wish.wantUnknown(),
                absolute(wish.numberingKey()),
                limits);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
