package cn.mingjian.cli;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.ProblemException;

/** Says what went wrong, in sentences, and gives the exit code for it. */
final class Failures {

    private Failures() {}

    /** @throws RuntimeException the failure itself, when it is a defect of the product and not of its input */
    static int say(RuntimeException failure, Common common) {
        if (failure instanceof ProblemException problems) {
            problems.problems().forEach(problem -> common.err().println(Messages.render(problem, common.language())));
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof DuckException) {
            common.err().println(common.say("cli.run-failed", String.valueOf(failure.getMessage())));
            return ExitCode.FAILED;
        }
        throw failure;
    }
}
