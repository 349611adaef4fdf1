package cn.mingjian.server.draft;

import cn.mingjian.server.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is begun or saved.
 *
 * @param name what its department calls it
 * @param origin of a new one: id of the library's model that it is a copy of; without it, and without files, it begins empty
 * @param revision of one that is there: the save from which this one goes on
 * @param files all of them
 */
public record DraftWish(
        @Nullable String name,
        @Nullable String origin,
        @Nullable Integer revision,
        @Nullable List<DraftFile> files) {

    private static final int LONGEST = 60;

    /** The name within bounds. */
    String title() {
        String title = name == null ? "" : name.strip();
        boolean plain = title.codePoints().noneMatch(Character::isISOControl);
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST || !plain) {
            throw Refusal.bad("draft.name", LONGEST);
        }
        return title;
    }
}
