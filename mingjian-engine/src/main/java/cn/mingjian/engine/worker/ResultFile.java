package cn.mingjian.engine.worker;

import cn.mingjian.model.clue.Readiness;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code result.json}: which run this result is of, and the digests of the other files. Its JSON Schema is {@code
 * result.schema.json} in the folder {@code schema} of the resources.
 *
 * @param model {@code id@version}
 * @param readiness how many rules ran, and what to bring so that more of them run
 * @param files the other files of the folder by name
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ResultFile(
        int schema,
        String model,
        String modelDigest,
        LocalDate asOf,
        String purpose,
        String fingerprint,
        Readiness readiness,
        Map<String, Written> files) {

    static final int SCHEMA = 1;

    /** This file; written last. */
    static final String NAME = "result.json";
    /** Clues with their values in clear. */
    static final String CLUES = "clues.jsonl";
    /** The same clues in the same order, masked. */
    static final String MASKED = "masked.jsonl";
    /** Signals with their values in clear. */
    static final String SIGNALS = "signals.jsonl";
    /** The same signals in the same order, masked. */
    static final String MASKED_SIGNALS = "masked-signals.jsonl";
    /** The funnel, on one line. */
    static final String FUNNEL = "funnel.json";
    /** Rows that no step could decide, when they were wanted. */
    static final String UNKNOWN = "unknown.jsonl";
    /** The statements of the plan, when it was traced. */
    static final String SQL = "plan.sql";

    /** A file that was written. */
    record Written(String sha256, long lines) {
        static final Written NOTHING = new Written("", 0);
    }

    /** The same with its files by name, so that equal results are equal byte for byte. */
    ResultFile sorted() {
        return new ResultFile(schema, model, modelDigest, asOf, purpose, fingerprint, readiness, new TreeMap<>(files));
    }
}
