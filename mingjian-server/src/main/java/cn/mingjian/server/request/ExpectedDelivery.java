package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a body delivers and when (a line of the delivery calendar).
 *
 * @param contracts ids of the tables
 * @param tables what they are called
 * @param firstDue the first due day of all
 * @param nextDue none when nothing more is expected
 * @param request the request by which it was agreed
 * @param lastArrived the day on which the last one arrived
 * @param lastDelivery what arrived then, where that is known
 * @param arrivals how many arrived so far
 */
public record ExpectedDelivery(
        UUID id,
        String provider,
        List<String> contracts,
        List<Words> tables,
        Rhythm rhythm,
        LocalDate firstDue,
        @Nullable LocalDate nextDue,
        boolean overdue,
        String remarks,
        @Nullable UUID request,
        @Nullable LocalDate lastArrived,
        @Nullable UUID lastDelivery,
        int arrivals) {}
