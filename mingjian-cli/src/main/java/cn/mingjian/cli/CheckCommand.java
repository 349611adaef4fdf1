package cn.mingjian.cli;

import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.model.pack.PackageReader;
import cn.mingjian.model.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check PATH...}: every mistake of a package in one pass. */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "check.path")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private List<String> paths;

    @Override
    public Integer call() {
        Library library = common.library();
        boolean errors = false;
        for (String path : paths) {
            Problems problems = new Problems();
            Optional<ModelPackage> pack = PackageReader.read(Common.modelFolder(library, path), problems);
            pack.ifPresent(found -> Common.compiler(library).check(found));
            common.print(problems);
            errors |= problems.hasErrors();
            common.out().println(common.say(problems.hasErrors() ? "cli.check-errors" : "cli.check-fine", path));
        }
        return errors ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }
}
