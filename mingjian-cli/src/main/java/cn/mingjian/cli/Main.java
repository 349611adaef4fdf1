package cn.mingjian.cli;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.ProblemException;
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
            Common common = Common.of(command);
            if (failure instanceof ProblemException problems) {
                problems.problems().forEach(problem -> err.println(Messages.render(problem, common.language())));
                return ExitCode.BAD_INPUT;
            }
            if (failure instanceof DuckException) {
                err.println(Messages.text(common.language(), "cli.run-failed", String.valueOf(failure.getMessage())));
                return ExitCode.FAILED;
            }
            throw failure;
        });
        return line.execute(arguments);
    }
}
