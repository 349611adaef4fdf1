package cn.mingjian.engine.mutants;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Place;
import java.util.List;

/**
 * A package changed in one place.
 *
 * @param id place in the tree and kind, for example {@code steps.in_period.where/2:edge}; does not change when lines move
 * @param before the changed part as it stands
 * @param after the part as the mutant has it, or empty
 * @param ways changes with this meaning; the first that compiles is the mutant
 */
public record Mutant(String id, Kind kind, Place place, String before, String after, List<Change> ways) {

    /** What was changed, as a sentence. */
    public String words(Language language) {
        return Messages.text(language, "mutants.change-" + kind.word(), before, after);
    }
}
