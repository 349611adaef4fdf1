package cn.mingjian.server.delivery;

import java.time.Instant;
import java.util.UUID;

/** A delivery in a list. */
public record DeliveryRow(
        UUID id,
        DeliveryKind kind,
        DeliveryWay way,
        Instant brought,
        int files,
        long bytes,
        DeliveryState state,
        String title) {}
