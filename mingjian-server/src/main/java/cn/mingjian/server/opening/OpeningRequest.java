package cn.mingjian.server.opening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked a second person to allow.
 *
 * @param run whose clues are to leave with their values
 * @param more how many more openings today
 * @param decidable whether whoever looks may answer it
 * @param usable whether whoever looks may use it now
 */
public record OpeningRequest(
        UUID id,
        OpeningRequestKind kind,
        @Nullable UUID run,
        @Nullable Integer more,
        OpeningReason reason,
        String words,
        String askedBy,
        Instant asked,
        OpeningRequestState state,
        @Nullable String decidedBy,
        @Nullable Instant decided,
        @Nullable String decisionWords,
        Instant expires,
        boolean decidable,
        boolean usable) {}
