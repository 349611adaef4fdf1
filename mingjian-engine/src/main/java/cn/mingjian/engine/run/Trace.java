package cn.mingjian.engine.run;

import cn.mingjian.model.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows in hand on their way through a model, step by step, with a few rows of each. Protected values are
 * masked: a trace is for looking at a model, not at persons.
 */
public record Trace(List<Traced> relations) {

    /** What a relation of the model is. */
    public enum Kind {
        INPUT,
        STEP,
        RULE
    }

    /**
     * One relation: an input, a step, or the clues of a rule or signal.
     *
     * @param title as the model names it, if it does
     * @param in rows that came in; of a rule those that could have been hits
     * @param kept rows that stayed; of a rule its hits
     * @param unknown rows that could not be decided
     * @param pending rows whose time is not over
     * @param size rows of the relation; of a rule its clues
     * @param fields names of the fields that are shown
     * @param rows some rows, a text a field, null where there is none
     */
    public record Traced(
            Kind kind,
            String name,
            @Nullable Words title,
            long in,
            long kept,
            long unknown,
            long pending,
            long size,
            List<String> fields,
            List<List<@Nullable String>> rows) {}
}
