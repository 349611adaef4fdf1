package cn.mingjian.server.delivery;

import cn.mingjian.server.actor.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A delivery as it is kept.
 *
 * @param by the account of who brought it
 * @param latestDay the latest day that its rows carry, where that is known
 * @param failure the problems of a failed one, as JSON
 */
public record Brought(
        UUID id,
        int office,
        int department,
        int by,
        DeliveryKind kind,
        DeliveryWay way,
        String title,
        DeliveryState state,
        Instant at,
        int files,
        long bytes,
        Optional<LocalDate> latestDay,
        Documents documents,
        Optional<String> failure) {

    /**
     * How far its documents are read.
     *
     * @param doubtful documents with elements that are not sure
     * @param of how many there are, as far as is known
     */
    public record Documents(int read, int unreadable, int doubtful, int of) {}

    /** It as a line of a list. */
    public DeliveryRow row() {
        return new DeliveryRow(id, kind, way, at, files, bytes, state, title);
    }

    /** Who works on it after the request: the system, for who brought it. */
    public Actor system() {
        return new Actor(by, Actor.Kind.SYSTEM, office, department, Set.of());
    }
}
