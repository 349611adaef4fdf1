package cn.mingjian.model.clue;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
        @Nullable String knownUntil) {

    /**
     * A place in a delivered file.
     *
     * @param row the number a person sees: Excel row, line on which the record begins, index from 1 in a JSON array
     */
    public record Origin(String file, @Nullable String sheet, long row) {}
}
