package cn.mingjian.engine.worker;

import cn.mingjian.engine.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code trial.json}: what a trial of a package is told. Every path in it is absolute.
 *
 * @param pack folder of the package
 * @param testCase number of the case that is traced; 0 where another kind is wanted
 * @param bindings folders of the bound dataset versions by contract id; none where cases are tried
 * @param asOf the day of a trial on datasets; empty where each case has its own
 */
public record TrialOrder(
        Kind kind,
        String pack,
        int testCase,
        Map<String, List<String>> bindings,
        String asOf,
        OrderFile.Limits limits) {

    /** What is tried. */
    public enum Kind {
        /** All cases of the package. */
        CASES,
        /** One case, step by step. */
        CASE,
        /** The rows of datasets, step by step. */
        DATASETS
    }

    static TrialOrder read(Path file) throws IOException {
        return Json.readWhole(Files.readString(file), TrialOrder.class);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, Json.line(this) + "\n");
    }
}
