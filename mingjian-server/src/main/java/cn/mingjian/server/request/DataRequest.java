package cn.mingjian.server.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to another body (数据需求), as it is kept.
 *
 * @param madeBy the account of who drafted it
 * @param maker that person's name
 * @param owner code of the kind of body
 * @param models for which models: for the office alone
 * @param remarks for the office alone
 * @param formNumber what a form that comes back is known by
 * @param answeredBy the delivery that answered it
 */
record DataRequest(
        UUID id,
        int office,
        int department,
        int madeBy,
        String maker,
        Instant madeAt,
        String owner,
        List<String> models,
        Letter letter,
        List<Asked> tables,
        String remarks,
        String formNumber,
        RequestState state,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate endedOn,
        @Nullable UUID answeredBy) {}
