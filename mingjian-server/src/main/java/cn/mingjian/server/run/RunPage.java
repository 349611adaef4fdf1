package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.server.problem.Failure.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run with all that is told of it.
 *
 * @param progress while it has not ended
 * @param problems why it failed, or what to know
 * @param mayStop whether whoever asks may stop it now
 */
public record RunPage(
        UUID id,
        String model,
        String version,
        Words title,
        RunState state,
        Purpose purpose,
        String purposeText,
        LocalDate asOf,
        Instant ordered,
        String orderedBy,
        @Nullable Instant ended,
        @Nullable Integer clues,
        @Nullable Map<String, Long> grades,
        UUID delivery,
        String asOfReason,
        @Nullable RunProgress progress,
        List<Told> problems,
        List<ImportedFile> imported,
        @Nullable FunnelShown funnel,
        @Nullable String fingerprint,
        boolean mayStop) {}
