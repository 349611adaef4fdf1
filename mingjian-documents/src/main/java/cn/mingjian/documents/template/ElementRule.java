package cn.mingjian.documents.template;

import cn.mingjian.documents.wording.Wording;
import cn.mingjian.model.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one element of a kind of document is found.
 *
 * @param id its name, as in gold files and corrections
 * @param field its name in the output
 * @param scope whether the document has it, or each defendant
 * @param times how often it may stand
 * @param in the stretches that are searched, in this order; of an element that stands once, the first with a find counts
 * @param searches in this order: a later one finds nothing where an earlier one has found
 * @param codes code to words, for an element of kind {@link Kind#CODE}; else empty
 * @param absorbs code to the codes that it makes superfluous for the same defendant
 * @param when code to the pattern that chooses it by the words found
 * @param negated what takes a find back when it stands shortly before
 * @param without what takes a find back when it stands in the same sentence
 * @param unsure what makes a find unsure when it stands in the same sentence
 * @param weighed whether words that a party says count only when the court accepts them
 * @param confidence between 0 and 1
 */
public record ElementRule(
        String id,
        String field,
        Words title,
        Scope scope,
        Times times,
        List<String> in,
        Kind kind,
        List<Search> searches,
        Map<String, Words> codes,
        Map<String, List<String>> absorbs,
        Map<String, Wording> when,
        Optional<Negation> negated,
        Optional<Wording> without,
        Optional<Unsure> unsure,
        boolean weighed,
        double confidence) {

    /** How often an element may stand. */
    public enum Times {
        /** The first counts: by its pattern, then by its place. */
        ONCE("once"),
        /** Several times; of equal values the first counts. */
        DISTINCT("distinct"),
        /** Once, and only where no other value is found: by the first pattern that finds any. */
        ALONE("alone"),
        /** Each time that it stands. */
        EVERY("every");

        private final String word;

        Times(String word) {
            this.word = word;
        }

        /** The word for it in a template. */
        public String word() {
            return word;
        }

        /** Whether the output has a list. */
        public boolean several() {
            return this == DISTINCT || this == EVERY;
        }
    }

    /** Whose an element is. */
    public enum Scope {
        DOCUMENT,
        DEFENDANT
    }

    /**
     * Words that turn a find into its opposite.
     *
     * @param window how many characters before the find they may begin
     */
    public record Negation(Wording words, int window) {}

    /** What makes a find unsure, and why. */
    public record Unsure(Wording pattern, Words why) {}
}
