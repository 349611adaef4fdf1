package cn.mingjian.cli.running;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.duckdb.DuckLimits;
import cn.mingjian.engine.run.Engine;
import cn.mingjian.engine.run.NumberingKey;
import cn.mingjian.engine.run.RunOrder;
import cn.mingjian.engine.run.RunResult;
import cn.mingjian.intake.ImportResult;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.intake.store.Progress;
import cn.mingjian.model.dataset.DatasetVersion;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One model over one delivery: imports what the model needs into a work folder, runs it, and removes the folder. What is
 * imported and what is left out is decided anew for each model.
 */
public final class ModelRun {

    private final Library library;
    private final Compiler compiler;
    private final DuckLimits limits;
    private final Path workParent;

    /** @param workParent where work folders are made */
    public ModelRun(Library library, Compiler compiler, DuckLimits limits, Path workParent) {
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
     */
    public record Wish(
            RunValues values,
            String purpose,
            Keeping keeping,
            boolean wantUnknown,
            NumberingKey numbering,
            String productVersion) {}

    /** Who is told how far a run is. */
    public interface Listener extends Progress {

        /** A table was imported. */
        void imported(String contract, ImportResult result);

        /** What an import found that a person should look at. */
        void problem(Problem problem);

        /** The engine begins an act. */
        void begun(String act);
    }

    /** The earliest known end among the registers on whose silence conclusions rest, if any states one. */
    public Optional<LocalDate> defaultDay(ModelPackage pack, Delivery delivery, RunValues values) {
        Settings any = new Settings(Settings.FOR_CHECK.asOf(), values.values(), false);
        return KnownEnds.earliest(
                Binding.of(library, compiler, pack, delivery, any).model());
    }

    /**
     * Imports and runs.
     *
     * @throws cn.mingjian.model.problem.ProblemException when the package, a setting or a file has errors
     * @throws cn.mingjian.duckdb.DuckException when the engine fails
     */
    public RunResult run(ModelPackage pack, Delivery delivery, LocalDate asOf, Wish wish, Listener listener) {
        Settings settings = new Settings(asOf, wish.values().values(), false);
        Binding binding = Binding.of(library, compiler, pack, delivery, settings);
        try (WorkFolder work = WorkFolder.make(workParent)) {
            Map<String, List<DatasetVersion>> datasets = new LinkedHashMap<>();
            binding.importInto(work.path(), limits, listener).forEach((contract, result) -> {
                datasets.put(contract, List.of(result.version()));
                result.problems().forEach(listener::problem);
                listener.imported(contract, result);
            });
            RunOrder order = new RunOrder(
                    datasets,
                    asOf,
                    settings.values(),
                    wish.values().sources(),
                    wish.purpose(),
                    wish.keeping(),
                    wish.wantUnknown(),
                    wish.productVersion());
            Consumer<String> begun = listener::begun;
            return new Engine(library, limits, wish.numbering()).run(pack, order, begun);
        }
    }
}
