package cn.mingjian.intake.trial;

import cn.mingjian.intake.clean.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the first rows of a table.
 *
 * @param rows how many were tried; blank ones do not count
 * @param whole whether these are all
 * @param rejected how many of them could not be taken
 * @param columns those that the mapping finds
 * @param sample the very first rows, and the first ones that have a problem
 * @param firstDay the first day in the column that dates a row
 * @param lastDay the last day in it that is not still to come
 */
public record Trial(
        long rows,
        boolean whole,
        long rejected,
        List<ColumnTrial> columns,
        List<SampleRow> sample,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay) {

    /**
     * One column.
     *
     * @param filled cells with a value
     * @param invalid values whose own check fails, which are kept
     * @param unreadable cells that are no value of the type, by reason
     * @param unknownTexts the most frequent texts that are no code of the list, as far as they can be no person's
     */
    public record ColumnTrial(
            String column, long filled, long invalid, Map<Reason, Long> unreadable, Map<String, Long> unknownTexts) {

        /** All cells that are no value of the type. */
        public long unknown() {
            return unreadable.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * One row.
     *
     * @param number as a person sees it
     * @param broken what is wrong with the record as such
     * @param cells one for each column that the mapping finds, in their order; none of a broken record
     */
    public record SampleRow(long number, Reason broken, List<SampleCell> cells) {}

    /**
     * One cell.
     *
     * @param value text, whole number, decimal, day, moment or yes and no; null where there is none
     * @param rejects whether the row cannot be taken because of it
     */
    public record SampleCell(
            String delivered, @Nullable Object value, Reason reason, boolean invalid, boolean rejects) {

        /** Whether a person should look at it. */
        public boolean problem() {
            return reason != Reason.NONE || invalid || rejects;
        }
    }
}
