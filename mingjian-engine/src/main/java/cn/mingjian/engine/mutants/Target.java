package cn.mingjian.engine.mutants;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.compiler.plan.Planner;
import cn.mingjian.engine.cases.CaseGroup;
import cn.mingjian.model.contract.Contracts;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.problem.Problem;
import java.util.Optional;
import java.util.Set;

/**
 * The package under attack: plans of it and of its mutants, for the rules that matter. Every step is kept, so that one
 * changed step changes one act. Problems that forbid a person to write something, and not the engine to run it, make no
 * mutant stillborn: a step that nothing reads any more, absence without {@code over}.
 */
final class Target {

    private final Compiler compiler;
    private final Contracts contracts;
    private final ModelPackage pack;
    private final Bearing bearing;

    Target(Compiler compiler, Contracts contracts, ModelPackage pack) {
        this.compiler = compiler;
        this.contracts = contracts;
        this.pack = pack;
        this.bearing = new Bearing(pack, compiler.check(pack, Delivered.EVERYTHING, Settings.FOR_CHECK));
    }

    ModelPackage pack() {
        return pack;
    }

    /** Codes of the rules that a mutant can change. */
    Set<String> codes(Mutant mutant) {
        return bearing.codes(mutant.ways().get(0).path());
    }

    /** The first way to make a mutant that compiles; empty when there is none. */
    Optional<Change> wayOf(Mutant mutant, Set<String> codes) {
        ModelPackage only = bearing.only(codes);
        return mutant.ways().stream()
                .filter(way -> {
                    ModelPackage changed = PackageEdit.apply(only, way);
                    compiler.check(changed, Delivered.EVERYTHING, Settings.FOR_CHECK);
                    return isSound(changed);
                })
                .findFirst();
    }

    /** The plan of the rules of these codes in the unchanged package. */
    Plan plan(CaseGroup group, Set<String> codes) {
        return planned(bearing.only(codes), group).orElseThrow();
    }

    /** The plan of the rules of these codes in the changed package; empty when it does not compile for these data. */
    Optional<Plan> plan(Change way, CaseGroup group, Set<String> codes) {
        return planned(PackageEdit.apply(bearing.only(codes), way), group);
    }

    private Optional<Plan> planned(ModelPackage some, CaseGroup group) {
        Settings settings = group.settings();
        CheckedModel model = compiler.check(some, group.delivered(some, contracts), settings);
        return isSound(some)
                ? Optional.of(Planner.plan(model, Keeping.TRACED, Columns.ALL, settings.cased()))
                : Optional.empty();
    }

    private static boolean isSound(ModelPackage some) {
        return some.problems().list().stream().noneMatch(Target::forbids);
    }

    private static boolean forbids(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR
                && !problem.code().startsWith("rule.unused-")
                && !problem.code().equals("step.unused-table")
                && !problem.code().equals("step.no-key")
                && !problem.code().equals("step.over-missing");
    }
}
