package cn.mingjian.cli;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Delivered;
import cn.mingjian.compiler.ModelCard;
import cn.mingjian.compiler.Settings;
import cn.mingjian.compiler.checked.CheckedModel;
import cn.mingjian.compiler.plan.Columns;
import cn.mingjian.compiler.plan.Keeping;
import cn.mingjian.compiler.plan.Plan;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code explain MODEL}: the rule card, the columns used, lineage and SQL. */
@Command(name = "explain", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "MODEL", descriptionKey = "run.model")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String model;

    @Override
    public Integer call() {
        Library library = common.library();
        ModelPackage pack = Packages.read(common, library, model);
        Compiler compiler = Common.compiler(library);
        Plan plan = compiler.compile(pack, Delivered.EVERYTHING, Settings.FOR_CHECK, Keeping.SHARED, Columns.NEEDED);
        Map<String, String> patterns = compiler.patternCards(pack, common.language());
        CheckedModel bare = compiler.check(pack, Delivered.NOTHING, Settings.FOR_CHECK);
        new ModelCard(plan.model(), bare, library.contracts(), patterns, common.language())
                .lines(plan)
                .forEach(common.out()::println);
        return ExitCode.DONE;
    }
}
