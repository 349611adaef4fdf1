package cn.mingjian.server.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Under which agreement or letter data came.
 *
 * @param number of the document
 * @param purposes the models whose duty it names; data serve no other
 * @param until the last day on which they may be used, or null where it names none
 */
public record Authority(
        String title,
        String number,
        List<String> purposes,
        @Nullable LocalDate until) {

    public Authority {
        Objects.requireNonNull(title);
        Objects.requireNonNull(number);
        purposes = List.copyOf(purposes);
    }

    /** Whether it lets a model use the data on a day. */
    boolean covers(String model, LocalDate day) {
        return purposes.contains(model) && !(until != null && day.isAfter(until));
    }
}
