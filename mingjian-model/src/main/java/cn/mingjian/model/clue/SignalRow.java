package cn.mingjian.model.clue;

import cn.mingjian.model.Words;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal: counted and shown, without clue number; it can amplify a clue and is none. As JSON one signal a line.
 *
 * @param kind always {@link #KIND}: says of a line that it is no clue
 * @param signal id of the signal in the package
 * @param key values as text in canonical form, in declared order
 * @param sourceRows the rows behind it, as those behind a clue
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SignalRow(
        int schema,
        String kind,
        String model,
        String version,
        String signal,
        String code,
        Words title,
        Map<String, String> key,
        Map<String, @Nullable Object> facts,
        List<SourceRow> sourceRows,
        String asOf,
        Clue.RunMark run) {

    public static final int SCHEMA = 1;

    public static final String KIND = "signal";
}
