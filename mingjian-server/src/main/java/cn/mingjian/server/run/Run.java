package cn.mingjian.server.run;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is kept.
 *
 * @param digest of the text of the package
 * @param attempt how often it was begun
 * @param orderer the account that ordered it
 * @param orderedBy the name of that person
 * @param schedule the schedule that ordered it, if one did
 */
public record Run(
        UUID id,
        int office,
        int department,
        String model,
        String version,
        String digest,
        Words title,
        @Nullable UUID delivery,
        Purpose purpose,
        String purposeText,
        LocalDate asOf,
        String asOfReason,
        Map<String, String> parameters,
        RunState state,
        int attempt,
        int orderer,
        String orderedBy,
        Instant ordered,
        @Nullable Instant ended,
        @Nullable Integer clues,
        @Nullable Map<String, Long> grades,
        @Nullable String fingerprint,
        @Nullable UUID schedule) {

    /** The system, which carries the run out for whoever ordered it. */
    Actor system() {
        return new Actor(orderer, Actor.Kind.SYSTEM, office, department, Set.of());
    }

    /** It as a line of a list. */
    public RunRow row() {
        return new RunRow(
                id, model, version, title, state, purpose, purposeText, asOf, ordered, orderedBy, ended, clues, grades);
    }
}
