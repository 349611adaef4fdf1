package cn.mingjian.documents.template;

import cn.mingjian.documents.template.ElementRule.Negation;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.Optional;

/**
 * A pattern that finds an element: the first group that took part holds the words of the element, without a group the
 * whole match does.
 *
 * @param code the code that it stands for, where the element has codes with patterns of their own
 * @param negated what takes a find of this code back, besides what the element says
 */
public record Search(Wording pattern, Optional<String> code, Optional<Negation> negated) {

    /** The group that holds the words of the element in a match. */
    public static int wordsGroup(Finding match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }
}
