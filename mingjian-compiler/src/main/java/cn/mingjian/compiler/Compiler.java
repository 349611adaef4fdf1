package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.pattern.PatternExpander;
import cn.mingjian.compiler.pattern.Patterns;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Planner;
import cn.mingjian.compiler.review.Review;
import cn.mingjian.compiler.step.Usage;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Language;
import cn.mingjian.model.table.ReferenceTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From a package to a plan. One gate: whatever reaches an engine was resolved, typed and written here.
 */
public final class Compiler {

    private final Sources sources;
    private volatile @Nullable ModelPackage reviewed;

    /**
     * A compiler for models that cite no laws.
     *
     * @param functions the functions that models may call, as the engine knows them
     */
    public Compiler(Contracts contracts, ReferenceTables tables, List<DomainFunction> functions, Patterns patterns) {
        this(new Sources(contracts, tables, new FunctionCatalogue(functions), patterns, Optional.empty()));
    }

    private Compiler(Sources sources) {
        this.sources = sources;
    }

    /** A compiler for the models of a library. */
    public static Compiler of(Library library) {
        return new Compiler(new Sources(
                library.contracts(),
                library.tables(),
                new FunctionCatalogue(library.functions()),
                Patterns.in(library.folder()),
                Optional.of(library.laws())));
    }

    /**
     * Checks a package as if every contract were delivered in full, and again as if derived contracts had to be built;
     * mistakes are noted with the package's problems.
     */
    public CheckedModel check(ModelPackage pack) {
        CheckedModel model = check(pack, Delivered.EVERYTHING, Settings.FOR_CHECK);
        boolean derives = model.views().values().stream()
                .anyMatch(view -> view.contract().derived().isPresent());
        if (derives) {
            check(pack, Delivered.RAW, Settings.FOR_CHECK);
        }
        pack.problems().addAll(sources.contracts().problems().list());
        Review.of(model, sources.laws(), new Lineage(model)::direct);
        return model;
    }

    /**
     * The plan of a run.
     *
     * @throws cn.mingjian.model.problem.ProblemException when the package or a value of the settings has errors
     */
    public Plan compile(ModelPackage pack, Delivered delivered, Settings settings, Keeping keeping, Columns columns) {
        if (reviewed != pack) {
            check(pack);
            reviewed = pack; // its mistakes stay with its problems, so one review serves many runs
        }
        CheckedModel model = check(pack, delivered, settings);
        pack.problems().throwIfErrors();
        return Planner.plan(model, keeping, columns, settings.cased());
    }

    /** What the steps of a package that use a pattern do, as sentences of the rule card by name of the step. */
    public Map<String, String> patternCards(ModelPackage written, Language language) {
        PatternExpander expander = new PatternExpander(sources.patterns());
        Map<String, String> cards = new TreeMap<>();
        written.steps().forEach((name, step) -> expander.pattern(step)
                .ifPresent(pattern -> cards.put(
                        name,
                        pattern.title().in(language) + ": "
                                + pattern.card(expander.given(name, step).orElse(Map.of()), language))));
        return cards;
    }

    /** Checks a package against what was delivered; again, where a step depends on what is read after it. */
    public CheckedModel check(ModelPackage written, Delivered delivered, Settings settings) {
        ModelPackage pack = new PatternExpander(sources.patterns()).expand(written);
        CheckedModel first = new ModelChecker(pack, sources, delivered, settings, Usage.OF_ALL).check();
        boolean settled = first.steps().values().stream()
                .noneMatch(step -> step.operator().equals("pick"));
        return settled ? first : new ModelChecker(pack, sources, delivered, settings, new UsedFields(first)).check();
    }
}
