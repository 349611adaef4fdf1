package cn.mingjian.model.law;

import cn.mingjian.model.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A citation as it is shown for a day.
 *
 * @param citation the alternative it comes from, as its author wrote it
 * @param law short name of the law
 * @param english English name of the law
 * @param textId the text shown
 * @param provision the place in that text; paragraph and item are left out where they could not be carried over
 * @param words the words of the provision, or empty where the library does not hold them
 * @param verified the words are held and the text is verified; else the citation is marked wherever it is shown
 * @param note what changed on the way between the texts, where something did
 * @param lawDate the day asked for
 */
public record ResolvedLaw(
        Citation citation,
        String law,
        String english,
        String textId,
        Optional<Provision> provision,
        Optional<String> words,
        ChosenBy chosenBy,
        boolean verified,
        Optional<Words> note,
        LocalDate lawDate) {

    /** Whether this is the law of the day; else the clue is graded C at best. */
    public boolean checkedForDate() {
        return chosenBy != ChosenBy.NOT_CHECKED;
    }

    /** {@code law@text#article}, of the text shown. */
    public String reference() {
        return new Citation(law, textId, provision).toString();
    }

    /** The article as a clue carries it, such as {@code 77.2}; empty for a whole instrument. */
    public String article() {
        return provision.map(Provision::toString).orElse("");
    }
}
