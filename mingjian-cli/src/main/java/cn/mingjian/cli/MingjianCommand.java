package cn.mingjian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a sub-command: says which there are. */
@Command(
        name = "mingjian",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        resourceBundle = "messages.usage",
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            TestCommand.class,
            RunCommand.class,
            SampleCommand.class,
            ExplainCommand.class,
            TemplateCommand.class,
            ImportCommand.class,
            ExtractCommand.class,
            LawCommand.class,
            AuditCommand.class,
            ArchiveCommand.class,
            InstallCommand.class,
            UpgradeCommand.class,
            RollbackCommand.class,
            AboutCommand.class
        })
final class MingjianCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }
}
