package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param title of the model
 * @param clues how many it gave, once it is done
 * @param grades how many of each grade
 */
public record RunRow(
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
        @Nullable Map<String, Long> grades) {}
