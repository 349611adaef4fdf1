package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Data of the office, how long they lie here, and the proof when they are gone.
 *
 * @param reference the beginning of the number of the delivery or dataset
 * @param register what a version of a dataset is of; null of a delivery
 * @param version number of it within its dataset
 * @param bytes of a delivery
 * @param rows of a version
 * @param runs how many runs read them
 * @param destroyBy the day by which they are destroyed; a delivery has none
 * @param removed when they were destroyed
 * @param how why they are gone
 * @param removedBy who destroyed them; null where nobody did it by hand
 * @param entry number of the entry in the audit that proves it
 * @param proof its SHA-256, which the chain holds
 */
record Term(
        TermKind kind,
        String reference,
        @Nullable Words register,
        @Nullable Integer version,
        Words department,
        Instant brought,
        String broughtBy,
        int files,
        @Nullable Long bytes,
        @Nullable Long rows,
        long runs,
        @Nullable LocalDate destroyBy,
        @Nullable Instant removed,
        @Nullable TermEnd how,
        @Nullable String removedBy,
        @Nullable Long entry,
        @Nullable String proof) {

    /** What lies here. */
    enum TermKind {
        /** Files as they were brought. */
        DELIVERY,
        /** A version of a dataset. */
        DATASET
    }

    /** How data come to their end. */
    enum TermEnd {
        /** Somebody destroyed them. */
        DESTROYED,
        /** Their day had come. */
        DAY_REACHED,
        /** Files that were taken in as versions of datasets. */
        TAKEN_IN
    }
}
