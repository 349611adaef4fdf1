package cn.mingjian.cli;

import cn.mingjian.running.StopAtExit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** {@code mingjian <command>}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one command and gives its exit code, see {@link ExitCode}. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new MingjianCommand());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (StopAtExit.hasBegun()) {
                return ExitCode.FAILED; // whoever stopped it was told so; this failed because of it
            }
            if (failure instanceof RuntimeException known) {
                return Failures.say(known, Common.of(command));
            }
            if (failure instanceof IOException file) {
                Common common = Common.of(command);
                common.err()
                        .println(common.say(
                                "cli.file-failed", file.getClass().getSimpleName(), String.valueOf(file.getMessage())));
                return ExitCode.FAILED;
            }
            throw failure;
        });
        line.setParameterExceptionHandler((wrong, parsed) -> WrongUse.say(wrong));
        return line.execute(arguments);
    }
}
