package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param tables what the tables are called
 * @param overdue whether an answer should be here by now
 */
public record RequestRow(
        UUID id,
        Way way,
        String provider,
        List<Words> tables,
        RequestState state,
        String letterNumber,
        @Nullable LocalDate due,
        boolean overdue,
        Instant made,
        String madeBy) {}
