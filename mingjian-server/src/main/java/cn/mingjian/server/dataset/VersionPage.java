package cn.mingjian.server.dataset;

import cn.mingjian.server.problem.Failure.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version with how good it is.
 *
 * @param quality where it was taken in
 * @param problems why it failed, or what to look at
 * @param mayMend whether whoever looks may have the rows that could not be taken
 * @param progress while it is taken in; null while it waits
 */
record VersionPage(
        DatasetRow dataset,
        VersionRow version,
        @Nullable QualityShown quality,
        List<Told> problems,
        boolean mayMend,
        LiveImport.@Nullable ImportProgress progress) {}
