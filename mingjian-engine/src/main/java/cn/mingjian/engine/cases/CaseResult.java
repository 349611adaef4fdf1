package cn.mingjian.engine.cases;

import java.util.List;

/**
 * The outcome of one case.
 *
 * @param failures what differs from what was expected; empty when the case passes
 */
public record CaseResult(TestCase testCase, List<Failure> failures) {

    /** One difference, as a message code with arguments. */
    public record Failure(String code, List<String> arguments) {}

    public boolean passed() {
        return failures.isEmpty();
    }
}
