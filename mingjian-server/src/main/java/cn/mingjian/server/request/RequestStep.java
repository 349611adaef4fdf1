package cn.mingjian.server.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that a person takes with a request.
 *
 * @param on the day, today where it is missing
 * @param letterNumber of the letter, when it is sent
 * @param delivery what answered it
 */
record RequestStep(
        @Nullable RequestState to,
        @Nullable LocalDate on,
        @Nullable String letterNumber,
        @Nullable String remarks,
        @Nullable UUID delivery) {}
