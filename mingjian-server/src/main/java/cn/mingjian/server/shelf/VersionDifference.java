package cn.mingjian.server.shelf;

import cn.mingjian.model.Words;
import cn.mingjian.model.version.Difference;
import cn.mingjian.model.version.VersionStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one version of a model to another.
 *
 * @param needed the step of the version number that the changes ask for: a major one when numbers or keys of clues change
 * @param stated the step that the version numbers make
 * @param enough whether the version numbers say enough
 */
record VersionDifference(
        String from, String to, VersionStep needed, VersionStep stated, boolean enough, List<PartChanged> parts) {

    /** A part of a model's text. */
    enum Part {
        MODEL,
        INPUT,
        PARAMETER,
        TABLE,
        STEP,
        RULE,
        SIGNAL,
        EXCLUSION
    }

    /**
     * What changed in one thing.
     *
     * @param id its name in the text
     * @param title what it is called
     */
    record PartChanged(Part part, String id, Words title, List<Change> changes) {}

    /**
     * One change.
     *
     * @param path where in the thing: keys of the text; empty for the whole of it
     * @param step which step of the version number it asks for
     * @param before the old text, shortened; null where there was none
     * @param after the new text, shortened; null where there is none
     */
    record Change(
            List<String> path,
            Difference.Kind kind,
            VersionStep step,
            @Nullable String before,
            @Nullable String after) {}
}
