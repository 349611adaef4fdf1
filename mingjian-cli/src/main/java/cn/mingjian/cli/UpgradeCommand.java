package cn.mingjian.cli;

import cn.mingjian.cli.release.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code upgrade}: another release takes the place of the one in use; the state is saved before. */
@Command(name = "upgrade", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class UpgradeCommand implements Callable<Integer> {

    @Mixin(name = "common")
    private final Common common = new Common();

    @Parameters(paramLabel = "ARCHIVE", descriptionKey = "upgrade-archive")
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private Path archive;

    @Override
    public Integer call() throws IOException {
        Installation.Change change =
                Installation.of(Common.home()).upgrade(archive.toAbsolutePath().normalize(), new StateCommands(common));
        common.out().println(common.say("cli.release-upgraded", change.from(), change.to()));
        change.saved().ifPresent(file -> common.out().println(common.say("cli.release-saved", file)));
        return ExitCode.DONE;
    }
}
