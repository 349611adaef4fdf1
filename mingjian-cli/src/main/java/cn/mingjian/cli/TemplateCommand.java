package cn.mingjian.cli;

import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.running.FormMaker;
import cn.mingjian.running.FormRegister;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code template MODEL --out FILE.xlsx}: the Excel form that asks for what a model uses and no more. */
@Command(name = "template", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private final Common common = new Common();

    @Parameters(paramLabel = "MODEL[@VERSION]", descriptionKey = "run.model")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private String model;

    @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", descriptionKey = "template.out")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path out;

    @Override
    public Integer call() throws IOException {
        Library library = common.library();
        ModelPackage pack = Packages.read(common, library, model);
        FormMaker.Made made = new FormMaker(library, Common.compiler(library), new FormRegister(Common.forms()))
                .write(pack, out, common.language());
        common.out().println(common.say("cli.template-written", out, made.tables(), made.number()));
        return ExitCode.DONE;
    }
}
