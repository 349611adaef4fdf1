package cn.mingjian.server.shelf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model that this installation has known.
 *
 * @param digest of the package's text
 * @param current whether it is the one in the library now
 * @param runs how many runs used it, of those that the actor may see
 * @param lastRun when the newest of them was ordered
 */
record KnownVersion(
        String digest,
        String version,
        Instant firstSeen,
        boolean current,
        int runs,
        @Nullable Instant lastRun) {}
