package cn.mingjian.server.dataset;

import cn.mingjian.model.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good a version is, in counts: no value of a cell but texts that are no code of a list.
 *
 * @param read rows that are not blank
 * @param outOfScope rows that no purpose needs, or of which that could not be told: not kept
 * @param duplicates rows beyond the first of each key, where the key was delivered
 * @param headings as delivered
 */
public record QualityShown(
        long read,
        long kept,
        long rejected,
        long outOfScope,
        @Nullable Long duplicates,
        List<CountedReason> rejectedBy,
        List<CountedColumn> columns,
        List<String> headings,
        List<KeysFound> matches) {

    /** From this share of rejected rows or unknown values on a version is poor. */
    private static final double POOR = 0.05;

    /** Why rows were rejected, and how many. */
    public record CountedReason(Words reason, long rows) {}

    /**
     * A column over the rows that were kept.
     *
     * @param empty cells in which nothing was delivered
     * @param unknown cells that are no value of the type
     * @param invalid values, counted among the filled ones, whose own check fails
     * @param estimated whether {@code distinct} is right within a few per cent only
     */
    public record CountedColumn(
            String column,
            Words title,
            long filled,
            long empty,
            long unknown,
            long invalid,
            long distinct,
            boolean estimated,
            Map<String, Long> unknownTexts) {}

    /**
     * How many keys another dataset knows.
     *
     * @param low so few that they may be written in another way
     */
    public record KeysFound(String dataset, Words contract, Words column, long keys, long matched, boolean low) {}

    /** Whether a person should look before a run rests on it. */
    boolean poor() {
        return rejected > POOR * read
                || columns.stream().anyMatch(column -> column.unknown() + column.invalid() > POOR * kept)
                || matches.stream().anyMatch(KeysFound::low);
    }
}
