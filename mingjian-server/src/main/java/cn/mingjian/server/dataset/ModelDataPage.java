package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the datasets of an office are enough for a model.
 *
 * @param lacks what the rules that cannot run lack
 * @param knownUntil the earliest day until which one of them is stated to be complete
 */
record ModelDataPage(
        List<ModelInput> inputs,
        int rulesRunnable,
        int rules,
        List<Words> lacks,
        @Nullable LocalDate knownUntil) {

    /** How an input stands. */
    enum InputState {
        /** No dataset. */
        MISSING,
        /** A dataset, but its authority does not cover the model, or has ended. */
        NOT_COVERED,
        /** A person should look at its quality first. */
        POOR,
        GOOD
    }

    /**
     * An input.
     *
     * @param bound the versions that a run would read
     * @param lacking columns that the model uses and that were not stored
     * @param refused titles of datasets whose authority does not cover the model
     */
    record ModelInput(
            String contract,
            Words title,
            InputState state,
            List<BoundVersion> bound,
            List<Words> lacking,
            List<String> refused) {}
}
