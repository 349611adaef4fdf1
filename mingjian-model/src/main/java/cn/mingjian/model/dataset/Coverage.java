package cn.mingjian.model.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery covers, as somebody stated it. Nothing stated is not the same as everything covered: the clue then
 * says so.
 *
 * @param from first day from which the register is complete, or null when not stated
 * @param knownUntil last day up to which it is complete, or null when not stated
 * @param regions division codes that it speaks of; empty = not stated
 * @param statedBy who stated it, or null
 */
public record Coverage(
        @Nullable LocalDate from,
        @JsonProperty("known_until") @Nullable LocalDate knownUntil,
        List<String> regions,
        @JsonProperty("stated_by") @Nullable String statedBy) {

    /** Nothing was stated. */
    public static final Coverage NOT_STATED = new Coverage(null, null, List.of(), null);

    /** Stated not to be complete, or nobody knows: what is not in the register proves nothing on any day. */
    public static Coverage incomplete(@Nullable String statedBy) {
        return new Coverage(null, LocalDate.of(1, 1, 1), List.of(), statedBy);
    }
}
