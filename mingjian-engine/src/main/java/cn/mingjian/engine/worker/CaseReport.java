package cn.mingjian.engine.worker;

import cn.mingjian.engine.cases.CaseResult;
import java.util.List;

/**
 * What the cases of a package gave.
 *
 * @param digest of the package that was run, see {@link cn.mingjian.model.pack.ModelPackage#digest}
 * @param casesDigest of the cases, see {@link cn.mingjian.engine.cases.CaseReader#digest}
 * @param cases how many there are
 * @param failed those that failed
 */
public record CaseReport(String digest, String casesDigest, int cases, List<Failed> failed) {

    static final String FILE = "cases.json";

    /**
     * A case that failed.
     *
     * @param number its place among the cases, from 1
     */
    public record Failed(int number, List<CaseResult.Failure> failures) {}

    static CaseReport of(String digest, String casesDigest, List<CaseResult> results) {
        return new CaseReport(
                digest,
                casesDigest,
                results.size(),
                results.stream()
                        .filter(result -> !result.passed())
                        .map(result -> new Failed(result.testCase().number(), result.failures()))
                        .toList());
    }
}
