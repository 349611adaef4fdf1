package cn.mingjian.cli;

import cn.mingjian.duckdb.DuckException;
import cn.mingjian.engine.worker.WorkerException;
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
        if (failure instanceof DuckException engine) {
            return failed(engine.code(), common.say(engine.code()), common);
        }
        if (failure instanceof WorkerException worker) {
            return failed(worker.code(), worker.text(common.language()), common);
        }
        throw failure;
    }

    private static int failed(String code, String text, Common common) {
        common.err().println(common.say("cli.run-failed", text));
        switch (code) {
            case "duckdb.out-of-memory", "worker.heap" -> common.err().println(common.say("cli.more-memory"));
            case "duckdb.out-of-temporary-space" -> common.err().println(common.say("cli.more-disk"));
            case "worker.wall" -> common.err().println(common.say("cli.more-time"));
            default -> {
                // The sentence itself says what to do.
            }
        }
        return ExitCode.FAILED;
    }
}
