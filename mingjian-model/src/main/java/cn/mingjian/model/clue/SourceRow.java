package cn.mingjian.model.clue;

import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row behind a clue (数据依据), or a search that found nothing.
 *
 * @param input the model's input
 * @param row shown columns as cleaned; of a search that found nothing, empty
 * @param raw delivered text of the shown columns that cleaning changed
 * @param source where the row stands in the delivered files, or null
 * @param count how many rows of this entry there are in all, shown or not; of a search, the rows searched
 * @param digest over all rows of the entry
 * @param absent whether this is a search that found nothing
 * @param knownUntil up to which day the searched register is known, if stated
 * @param search of a search that found nothing, what was searched; else null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SourceRow(
        String input,
        Map<String, @Nullable Object> row,
        Map<String, String> raw,
        @Nullable Origin source,
        long count,
        @Nullable String digest,
        boolean absent,
        @Nullable String knownUntil,
        @Nullable Search search) {

    /** A row of a file. */
    public SourceRow(
            String input,
            Map<String, @Nullable Object> row,
            Map<String, String> raw,
            Origin source,
            long count,
            String digest) {
        this(input, row, raw, source, count, digest, false, null, null);
    }

    /**
     * A place in a delivered file.
     *
     * @param row the number a person sees: Excel row, line on which the record begins, index from 1 in a JSON array
     */
    public record Origin(String file, @Nullable String sheet, long row) {}

    /**
     * The proof of a search that found nothing: absence holds only as far as the register was known and its keys are sound.
     *
     * @param register the register's name
     * @param versions the dataset versions searched; none when the register was not delivered
     * @param from first day asked about, or null where the search names none
     * @param to last day asked about, or null where the clue does not carry it
     * @param keys the keys searched, column of the register to value; the first ones when there are many
     * @param keysInAll how many keys were searched
     * @param validKeys share of the register's rows whose key is there and, where it is an identity number or a credit code,
     *     passes its check; null for an empty register
     * @param nearest the record with an equal key whose day lies nearest to the period, or null when there is none
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Search(
            Words register,
            List<Version> versions,
            @Nullable String from,
            @Nullable String to,
            List<Map<String, @Nullable Object>> keys,
            long keysInAll,
            @Nullable BigDecimal validKeys,
            @Nullable Nearest nearest) {}

    /**
     * A dataset version that was searched.
     *
     * @param digest over its parts
     * @param rows rows that were stored, and so could be searched
     * @param notStored rows delivered that no purpose needed, or of which that could not be told
     * @param regions the only regions of which it speaks; empty = not stated
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Version(
            String digest,
            long rows,
            long notStored,
            @Nullable String from,
            @Nullable String knownUntil,
            List<String> regions,
            @Nullable String statedBy) {}

    /** A record near to what was searched. */
    public record Nearest(
            Map<String, @Nullable Object> row, @Nullable Origin source) {}
}
