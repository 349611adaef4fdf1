package cn.mingjian.server.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft in a list.
 *
 * @param name what its department calls it
 * @param origin id of the library's model that it began as a copy of
 * @param revision how often it was saved
 */
public record DraftRow(
        UUID id,
        String name,
        @Nullable String origin,
        @Nullable String originVersion,
        int revision,
        String changedBy,
        Instant changed) {}
