package cn.mingjian.server.dataset;

import cn.mingjian.server.dataset.Version.Load;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version in a list.
 *
 * @param base number of the version that it carries on
 * @param mends number of the version whose rows came back mended with it
 * @param poor whether a person should look at its quality before a run rests on it
 * @param digest proves which rows it has or had
 */
public record VersionRow(
        UUID id,
        int number,
        Load load,
        @Nullable Integer base,
        @Nullable Integer mends,
        VersionState state,
        StatedCoverage coverage,
        List<String> files,
        @Nullable Long rows,
        @Nullable Long rejected,
        boolean poor,
        @Nullable String digest,
        String broughtBy,
        Instant brought,
        @Nullable Instant ended,
        @Nullable String destroyedBy,
        @Nullable Instant destroyed,
        @Nullable String destroyReason) {

    static VersionRow of(Version version) {
        return new VersionRow(
                version.id(),
                version.number(),
                version.load(),
                version.base(),
                version.mends(),
                version.state(),
                version.coverage(),
                version.files(),
                version.rows(),
                version.rejected(),
                version.poor(),
                version.digest(),
                version.broughtByName(),
                version.brought(),
                version.ended(),
                version.destroyedBy(),
                version.destroyed(),
                version.destroyReason());
    }
}
