package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Data of the office, how long they lie here, and the proof when they are gone.
 *
 * @param reference the beginning of the number of the delivery
 * @param runs how many runs read them
 * @param removed when they were destroyed
 * @param removedBy who destroyed them
 * @param entry number of the entry in the audit that proves it
 * @param proof its SHA-256, which the chain holds
 */
record Term(
        String reference,
        String kind,
        Words department,
        Instant brought,
        String broughtBy,
        int files,
        long bytes,
        long runs,
        @Nullable Instant removed,
        @Nullable String removedBy,
        @Nullable Long entry,
        @Nullable String proof) {}
