package cn.mingjian.engine.run;

import cn.mingjian.model.clue.Clue;
import cn.mingjian.model.clue.Funnel;
import cn.mingjian.model.clue.SignalRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run.
 *
 * @param fingerprint digest of everything that decides the result
 * @param clues with values in clear: for outputs that only their owner reads
 * @param masked the same clues, in the same order, with protected values masked: for screens and lists
 * @param signals with values in clear
 * @param maskedSignals the same signals, in the same order, masked
 * @param unknown rows that a step could not decide, when they were wanted
 * @param sql the statements of the plan, when it was traced; else empty
 */
public record RunResult(
        String fingerprint,
        Funnel funnel,
        List<Clue> clues,
        List<Clue> masked,
        List<SignalRow> signals,
        List<SignalRow> maskedSignals,
        List<UnknownRow> unknown,
        String sql) {

    /**
     * A row that a step could not decide.
     *
     * @param reason key, condition, reach or pending
     */
    public record UnknownRow(String step, String reason, Map<String, @Nullable Object> row) {}
}
