package cn.mingjian.server.shelf;

import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.worker.TrialAnswer;
import java.util.List;

/**
 * What the cases of a package gave.
 *
 * @param digest of the package that was run, see {@link cn.mingjian.model.pack.ModelPackage#digest}
 * @param casesDigest of the cases, see {@link cn.mingjian.engine.cases.CaseReader#digest}
 * @param cases how many there are
 * @param failed those that failed
 */
record CaseReport(String digest, String casesDigest, int cases, List<Failed> failed) {

    /**
     * A case that failed.
     *
     * @param number its place among the cases, from 1
     */
    record Failed(int number, List<CaseResult.Failure> failures) {}

    static CaseReport of(TrialAnswer answer) {
        return new CaseReport(
                answer.digest(),
                answer.casesDigest(),
                answer.cases().size(),
                answer.cases().stream()
                        .filter(one -> !one.failures().isEmpty())
                        .map(one -> new Failed(one.number(), one.failures()))
                        .toList());
    }
}
