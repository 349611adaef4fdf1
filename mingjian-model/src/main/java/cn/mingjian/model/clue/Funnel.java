package cn.mingjian.model.clue;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Lack;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The screening funnel (筛查漏斗) of a run: rows of each input, what each step that decides kept, and what each rule made of
 * it.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Funnel(List<InputCount> inputs, List<StepCount> steps, List<RuleCount> rules) {

    /**
     * An input.
     *
     * @param persons distinct identity numbers by column, counted at import
     * @param files the delivered files, with the rows kept of each
     * @param from first day from which it is complete in all its files, if stated
     * @param knownUntil last day up to which it is complete in all its files, if stated
     * @param statedBy who stated it
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record InputCount(
            String input,
            String contract,
            boolean delivered,
            long rows,
            Map<String, Long> persons,
            boolean coverageStated,
            List<FileCount> files,
            @Nullable String from,
            @Nullable String knownUntil,
            List<String> statedBy) {}

    /** A delivered file, or a sheet of one. */
    public record FileCount(String file, @Nullable String sheet, long rows) {}

    /** A step that decides: rows in, kept, unknown, and pending because a day has not passed. */
    public record StepCount(String step, long in, long kept, long unknown, long pending) {}

    /**
     * A rule or signal.
     *
     * @param state {@code run}, {@code not-runnable} or {@code too-many}
     * @param lacks what it cannot run without; empty of a rule that ran
     * @param helpful what further data would decide unknown rows or an exclusion, raise a grade, add rows or say more
     * @param personsHit distinct persons among the hits
     * @param personsShown distinct persons on the clues
     * @param dropped hits that each exclusion dropped
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record RuleCount(
            String rule,
            String code,
            Words title,
            boolean signal,
            String state,
            List<Lack> lacks,
            List<Lack> helpful,
            long hits,
            long unknown,
            long pending,
            long clues,
            Map<String, Long> grades,
            Map<String, Long> dropped,
            long personsHit,
            long personsShown) {

        /** The state of a rule that lacks data. */
        public static final String NOT_RUNNABLE = "not-runnable";
    }
}
