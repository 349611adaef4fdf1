package cn.mingjian.server.draft;

import cn.mingjian.model.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial of a draft, as far as it is. It is kept for nobody: the next one takes its place.
 *
 * @param revision of the draft that was tried
 * @param problems why it failed, or what to know
 * @param steps the way of the rows, where it was asked for
 */
public record TrialPage(
        TrialKind kind,
        int revision,
        TrialState state,
        List<DraftProblem> problems,
        List<TrialCase> cases,
        @Nullable List<TrialStep> steps) {

    /**
     * The outcome of a case.
     *
     * @param path of its file
     * @param line where it begins
     * @param differences from what was expected; none when it passed
     */
    public record TrialCase(
            int number, String name, @Nullable String path, int line, List<Words> differences) {}

    /** What a step belongs to. */
    public enum TrialStepKind {
        INPUT,
        STEP,
        RULE
    }

    /**
     * What became of the rows at an input, a step or a rule.
     *
     * @param name in the text of the draft
     * @param title the same in words, where the draft has any
     * @param kept rows that stayed; of a rule its hits
     * @param size rows it has; of a rule its clues
     * @param rows a few of them, protected values masked; a text a field, null where there is none
     */
    public record TrialStep(
            TrialStepKind kind,
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
