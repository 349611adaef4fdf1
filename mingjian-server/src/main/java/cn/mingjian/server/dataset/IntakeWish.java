package cn.mingjian.server.dataset;

import cn.mingjian.server.dataset.Version.Load;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken in.
 *
 * @param signature of the table
 * @param dataset to which it comes, or null for a new one
 * @param about what a new one is
 * @param mends number of the version whose rows that could not be taken come back mended; they are added
 */
record IntakeWish(
        String signature,
        String contract,
        Recipe recipe,
        @Nullable UUID dataset,
        @Nullable DatasetWish about,
        Load load,
        @Nullable Integer mends,
        StatedCoverage coverage) {

    IntakeWish {
        Objects.requireNonNull(signature);
        Objects.requireNonNull(contract);
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(load);
        Objects.requireNonNull(coverage);
    }
}
