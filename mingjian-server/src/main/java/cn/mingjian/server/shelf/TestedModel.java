package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Failure.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a model, which its package brings, and what they gave.
 *
 * @param rules how they spread over the rules, in the order of the model
 * @param last what they gave in this version, if they were run in it
 * @param earlier what they gave last in another version, where they were not run in this one
 * @param running how far they are, if they are being run
 */
record TestedModel(
        int count,
        List<TestedRule> rules,
        List<CaseShown> cases,
        @Nullable TestResult last,
        @Nullable TestResult earlier,
        @Nullable TestProgress running) {

    /** What a case expects of a rule. */
    enum Expected {
        /** A clue. */
        CLUE,
        /** No clue. */
        NONE,
        /** No clue, and that it is not known whether there is one. */
        UNKNOWN,
        /** That the rule runs. */
        RUNS,
        /** That it does not run, because what it needs was not delivered. */
        RUNS_NOT
    }

    /**
     * How many cases speak of a rule.
     *
     * @param clues of them, those that expect a clue
     * @param failed of them, those that failed in this version; null where they were not run in it
     */
    record TestedRule(
            String code,
            Words title,
            int cases,
            int clues,
            @Nullable Integer failed) {}

    /**
     * A case.
     *
     * @param name as its author wrote it
     * @param differs what was otherwise than expected in this version
     */
    record CaseShown(int number, String name, List<Expectation> expects, List<Words> differs) {}

    /**
     * What a case expects of one rule.
     *
     * @param amount in yuan, as written
     */
    record Expectation(
            String code,
            Expected expected,
            @Nullable String grade,
            @Nullable String amount) {}

    /**
     * What the tests of a version gave.
     *
     * @param product the version of the product that ran them
     * @param digest of the package's text
     * @param problems why there is no outcome
     */
    record TestResult(
            Instant at, String product, String version, String digest, int passed, int failed, List<Told> problems) {}

    /** How many cases were run. */
    record TestProgress(long done, long of) {}
}
