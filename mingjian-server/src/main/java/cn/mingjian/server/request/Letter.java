package cn.mingjian.server.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says to the body that is asked: all of it may stand in the letter.
 *
 * @param provider the body
 * @param bases citations
 * @param regions division codes; none where the whole area of the office is meant
 */
record Letter(
        Way way,
        String provider,
        List<String> bases,
        String purpose,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        List<String> regions,
        String handingOver,
        String contact,
        String number,
        @Nullable LocalDate due) {

    /** The same with the number under which it was sent. */
    Letter numbered(String sentAs) {
        return new Letter(
                way, provider, bases, purpose, periodFrom, periodUntil, regions, handingOver, contact, sentAs, due);
    }
}
