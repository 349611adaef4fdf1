package cn.mingjian.engine.worker;

import cn.mingjian.engine.cases.CaseResult;
import cn.mingjian.engine.run.Json;
import cn.mingjian.engine.run.Trace;
import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a trial.
 *
 * @param digest of the package that was tried, see {@link cn.mingjian.model.pack.ModelPackage#digest}
 * @param casesDigest of its cases where all were tried, see {@link cn.mingjian.engine.cases.CaseReader#digest}; else empty
 * @param problems mistakes in the cases themselves, and warnings
 * @param trace where one was wanted
 */
public record TrialAnswer(
        String digest,
        String casesDigest,
        List<CaseOutcome> cases,
        List<Problem> problems,
        @Nullable Trace trace) {

    private static final String FILE = "trial.json";

    /**
     * The outcome of a case.
     *
     * @param place where it begins
     * @param failures what differs from what was expected
     */
    public record CaseOutcome(int number, String name, Place place, List<CaseResult.Failure> failures) {

        static CaseOutcome of(CaseResult result) {
            return new CaseOutcome(
                    result.testCase().number(),
                    result.testCase().name(),
                    result.testCase().place(),
                    result.failures());
        }
    }

    static TrialAnswer read(Path folder) throws IOException {
        return Json.read(Files.readString(folder.resolve(FILE)), TrialAnswer.class);
    }

    /** Writes the answer into a folder; gives its digest. */
    String write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), Json.line(this) + "\n");
        return Json.digest(this);
    }
}
