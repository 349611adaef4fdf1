package cn.mingjian.server;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Problem;
import cn.mingjian.model.problem.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands of an installation: {@code serve}, {@code demo}, {@code backup}, {@code restore}, {@code seal},
 * {@code unseal}, {@code audit}, {@code new-password}.
 */
@Command(
        name = "mingjian",
        resourceBundle = "messages.server_usage",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SealCommand.class,
            UnsealCommand.class,
            AuditCommand.class,
            NewPasswordCommand.class
        })
public final class Main implements Runnable {

    /** Exit code: what was given cannot be used, and nothing was done. */
    static final int BAD_INPUT = 3;

    /** Exit code: the server cannot run. */
    static final int FAILED = 4;

    private Main() {}

    /** Returns while the server runs on; ends the process when it cannot start. */
    public static void main(String[] arguments) {
        int code = line(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The commands, and where they print. */
    static CommandLine line(PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            ProblemException known = problem(failure).orElseThrow(() -> failure);
            known.problems().forEach(problem -> print(problem, err));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        return line;
    }

    @Override
    public void run() {
        throw new IllegalStateException("The launcher calls a command");
    }

    private static Optional<ProblemException> problem(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static void print(Problem problem, PrintWriter err) {
        err.println(Messages.render(problem, Language.ZH));
        err.println(Messages.render(problem, Language.EN));
    }
}
