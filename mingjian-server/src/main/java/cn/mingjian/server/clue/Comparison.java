package cn.mingjian.server.clue;

import cn.mingjian.model.Words;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.run.RunRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run beside another of the same model. A clue is the same in both when its number is, whatever the version; the number
 * comes from the key of the rule alone.
 *
 * @param settings what else differs between the runs, and so may be why
 * @param changed clues in both whose grade, amount or a fact differs
 * @param same clues in both that say the same
 */
public record Comparison(
        RunRow run,
        RunRow earlier,
        List<ComparedValue> settings,
        long added,
        long gone,
        long changed,
        long same,
        Page<Compared> clues) {

    /** What became of a clue from the earlier run to the run. */
    public enum ComparisonKind {
        NEW,
        GONE,
        CHANGED,
        SAME
    }

    /**
     * A clue of one of the runs or of both.
     *
     * @param clue as the run has it; as the earlier one has it where it is gone
     * @param changes what differs, of a clue that changed
     */
    public record Compared(ComparisonKind kind, ClueRow clue, List<ComparedValue> changes) {}

    /** Something that was so and is now so; null where it was or is not there. */
    public record ComparedValue(
            Words what, @Nullable Words before, @Nullable Words after) {}
}
