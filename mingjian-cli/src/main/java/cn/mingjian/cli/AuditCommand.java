package cn.mingjian.cli;

import cn.mingjian.running.RunChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit verify}: whether the local chain of runs is whole. */
@Command(name = "audit", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
final class AuditCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "messages.usage")
    int verify(@Mixin(name = "common") Common common) {
        RunChain.Finding found = RunChain.of(Common.dataHome()).verify();
        if (found.broken().isPresent()) {
            common.err()
                    .println(common.say(
                            "running.runs-broken", RunChain.FILE, found.broken().getAsInt()));
            return ExitCode.BAD_INPUT;
        }
        common.out().println(common.say("running.runs-whole", found.runs(), found.head()));
        return ExitCode.DONE;
    }
}
