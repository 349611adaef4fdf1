package cn.mingjian.model.version;

import cn.mingjian.model.problem.Language;
import cn.mingjian.model.problem.Messages;
import cn.mingjian.model.problem.Spoken;
import java.util.Locale;

/** The step from one version number to the next, smallest first. */
public enum VersionStep implements Spoken {
    /** The same number, or a smaller one. */
    NONE,
    /** Words. */
    PATCH,
    /** What finds or grades clues, or what can be delivered more. */
    MINOR,
    /** What others rely on: ids, keys, columns. */
    MAJOR;

    /** The step between two numbers {@code major.minor.patch}. */
    public static VersionStep between(String old, String now) {
        String[] before = old.split("\\.", -1);
        String[] after = now.split("\\.", -1);
        VersionStep[] steps = {MAJOR, MINOR, PATCH};
        for (int i = 0; i < steps.length; i++) {
            int compared = Integer.compare(Integer.parseInt(after[i]), Integer.parseInt(before[i]));
            if (compared != 0) {
                return compared > 0 ? steps[i] : NONE;
            }
        }
        return NONE;
    }

    @Override
    public String in(Language language) {
        return Messages.text(language, "version.step-" + name().toLowerCase(Locale.ROOT));
    }
}
