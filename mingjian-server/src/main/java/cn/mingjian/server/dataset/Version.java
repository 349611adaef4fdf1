package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a dataset as it is kept.
 *
 * @param number within the dataset, from 1
 * @param base number of the version whose parts it begins with
 * @param mends number of the version whose rows that could not be taken came back mended with it
 * @param delivery from which it is taken in; removed when it was
 * @param files as they were named
 * @param poor whether a person should look at its quality before a run rests on it
 * @param digest SHA-256 of its manifest, which holds those of all its parts
 */
public record Version(
        UUID id,
        UUID dataset,
        int office,
        int department,
        int number,
        Load load,
        @Nullable Integer base,
        @Nullable Integer mends,
        VersionState state,
        StatedCoverage coverage,
        UUID delivery,
        String signature,
        List<String> files,
        @Nullable Long rows,
        @Nullable Long rejected,
        boolean poor,
        @Nullable String digest,
        int broughtBy,
        String broughtByName,
        Instant brought,
        @Nullable Instant ended,
        @Nullable String destroyedBy,
        @Nullable Instant destroyed,
        @Nullable String destroyReason) {

    /** What it does to what was there. */
    public enum Load {
        /** It is all there is. */
        FULL,
        /** It comes to what was there. */
        APPEND
    }

    /** Who takes it in: the system, for who brought it. */
    Actor system() {
        return new Actor(broughtBy, Actor.Kind.SYSTEM, office, department, Set.of());
    }
}
