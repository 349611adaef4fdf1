package cn.mingjian.server.delivery;

import java.time.Instant;
import java.util.UUID;

/** A delivery in a list. */
public record DeliveryRow(UUID id, String kind, Instant brought, int files, long bytes, State state, String title) {

    /** How far a delivery is. */
    public enum State {
        /** It is still looked through. */
        READING,
        /** Models can run on it. */
        READY,
        /** It cannot be used. */
        FAILED
    }
}
