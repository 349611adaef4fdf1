package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the processing register: what an office does with a model.
 *
 * @param runs how many runs were ordered
 * @param purposes for what, with how many runs each
 * @param registers what the last run that ended well read
 * @param clues how many clues that run gave
 */
record Processing(
        String model,
        Words title,
        long runs,
        Instant first,
        Instant last,
        List<PurposeStated> purposes,
        List<RegisterRead> registers,
        @Nullable Integer clues) {

    /** A purpose that was stated. */
    record PurposeStated(Words purpose, long runs) {}

    /**
     * A register that was read.
     *
     * @param persons distinct persons in the rows read, where the register has a number that tells them apart
     * @param authority who stated the coverage of the data, as it was stated
     */
    record RegisterRead(Words title, long rows, @Nullable Long persons, List<String> authority) {}
}
