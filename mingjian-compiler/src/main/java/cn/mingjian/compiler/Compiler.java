package cn.mingjian.compiler;

import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.expression.FunctionCatalogue;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Planner;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import java.util.List;

/**
 * From a package to a plan. One gate: whatever reaches an engine was resolved, typed and written here.
 */
public final class Compiler {

    private final Contracts contracts;
    private final FunctionCatalogue functions;

    /** @param functions the functions that models may call, as the engine knows them */
    public Compiler(Contracts contracts, List<DomainFunction> functions) {
        this.contracts = contracts;
        this.functions = new FunctionCatalogue(functions);
    }

    /** Checks a package as if every contract were delivered in full; mistakes are noted with the package's problems. */
    public CheckedModel check(ModelPackage pack) {
        CheckedModel model = check(pack, Delivered.EVERYTHING, Settings.FOR_CHECK);
        pack.problems().addAll(contracts.problems().list());
        return model;
    }

    /** Checks a package against what was delivered. */
    public CheckedModel check(ModelPackage pack, Delivered delivered, Settings settings) {
        return new ModelChecker(pack, contracts, functions, delivered, settings).check();
    }

    /**
     * The plan of a run.
     *
     * @throws cn.mingjian.model.problem.ProblemException when the package or a value of the settings has errors
     */
    public Plan compile(ModelPackage pack, Delivered delivered, Settings settings, Keeping keeping) {
        CheckedModel model = check(pack, delivered, settings);
        pack.problems().throwIfErrors();
        return Planner.plan(model, keeping, settings.cased());
    }
}
