package cn.mingjian.cli;

import cn.mingjian.cli.release.Installation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rollback}: back to the release before the last upgrade. */
@Command(name = "rollback", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class RollbackCommand implements Callable<Integer> {

    @Mixin(name = "common")
    private final Common common = new Common();

    @Override
    public Integer call() throws IOException {
        Installation.Change change = Installation.of(Common.home()).rollBack(new StateCommands(common));
        common.out().println(common.say("cli.release-rolled-back", change.from(), change.to()));
        change.saved().ifPresent(file -> common.out().println(common.say("cli.release-saved", file)));
        return ExitCode.DONE;
    }
}
