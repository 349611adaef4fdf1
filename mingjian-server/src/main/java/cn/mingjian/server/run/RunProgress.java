package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is at this moment.
 *
 * @param step the file that is read, or the step or rule that is computed
 * @param done how much of {@code of}: bytes of a file, acts of a plan; both 0 where nobody knows
 * @param queue how many runs stand before it, while it waits
 */
public record RunProgress(
        Words phase,
        @Nullable Words step,
        long done,
        long of,
        @Nullable Integer queue) {}
