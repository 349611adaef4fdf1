package cn.mingjian.server.run;

import cn.mingjian.server.dataset.BoundVersion;
import cn.mingjian.server.problem.Failure.Told;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run with all that is told of it.
 *
 * @param datasets the versions of datasets that it read
 * @param parameters values that differ from the model's own
 * @param scheduled whether the system ordered it, by a schedule of that person
 * @param progress while it has not ended
 * @param problems why it failed, or what to know
 * @param mayStop whether whoever asks may stop it now
 */
public record RunPage(
        @JsonUnwrapped RunRow row,
        @Nullable UUID delivery,
        List<BoundVersion> datasets,
        String asOfReason,
        Map<String, String> parameters,
        boolean scheduled,
        @Nullable RunProgress progress,
        List<Told> problems,
        List<ImportedFile> imported,
        @Nullable FunnelShown funnel,
        @Nullable String fingerprint,
        boolean mayStop) {}
