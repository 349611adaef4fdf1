package cn.mingjian.model.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
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
 * @param agencies the only bodies whose records it holds, in the words of who stated it; empty = not limited
 * @param kinds the only kinds of records that it holds; empty = not limited
 */
public record Coverage(
        @Nullable LocalDate from,
        @JsonProperty("known_until") @Nullable LocalDate knownUntil,
        List<String> regions,
        @JsonProperty("stated_by") @Nullable String statedBy,
        List<String> agencies,
        List<String> kinds) {

    public Coverage {
        agencies = orNone(agencies);
        kinds = orNone(kinds);
    }

    /** A coverage that is not limited to agencies or kinds. */
    public Coverage(
            @Nullable LocalDate from, @Nullable LocalDate knownUntil, List<String> regions, @Nullable String statedBy) {
        this(from, knownUntil, regions, statedBy, List.of(), List.of());
    }

    /** Manifests written before these limits could be stated have none. */
    private static List<String> orNone(@Nullable List<String> stated) {
        return stated == null ? List.of() : List.copyOf(stated);
    }

    /** Nothing was stated. */
    public static final Coverage NOT_STATED = new Coverage(null, null, List.of(), null);

    /** The end of a register that is complete on no day. */
    public static final LocalDate NO_DAY = LocalDate.of(1, 1, 1);

    /** Stated not to be complete, or nobody knows: what is not in the register proves nothing on any day. */
    public static Coverage incomplete(@Nullable String statedBy) {
        return new Coverage(null, NO_DAY, List.of(), statedBy);
    }

    /** The days that all of these cover; their areas and limits are left out. */
    public static Coverage common(Collection<Coverage> coverages) {
        LocalDate from = null;
        LocalDate until = null;
        for (Coverage one : coverages) {
            if (one.from != null && (from == null || one.from.isAfter(from))) {
                from = one.from;
            }
            if (one.knownUntil != null && (until == null || one.knownUntil.isBefore(until))) {
                until = one.knownUntil;
            }
        }
        return new Coverage(from, until, List.of(), null);
    }
}
