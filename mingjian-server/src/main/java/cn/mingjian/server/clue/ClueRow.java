package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clue in the list of its run.
 *
 * @param number its place in the run, from 1
 * @param place where it is, if that is known
 * @param amount in yuan
 * @param against how many things speak against it
 * @param undecided how many innocent explanations could not be checked
 * @param bodies the supervised ones
 */
public record ClueRow(
        String clueId,
        int number,
        String code,
        String rule,
        Words title,
        String grade,
        String urgency,
        @Nullable PlaceShown place,
        @Nullable BigDecimal amount,
        @Nullable String timeLimit,
        int against,
        int undecided,
        List<Words> bodies) {

    /** The same with another sentence: the one with its values. */
    ClueRow entitled(Words other) {
        return new ClueRow(
                clueId, number, code, rule, other, grade, urgency, place, amount, timeLimit, against, undecided,
                bodies);
    }

    /** A division with its names from the province down. */
    public record PlaceShown(String code, String name) {}
}
