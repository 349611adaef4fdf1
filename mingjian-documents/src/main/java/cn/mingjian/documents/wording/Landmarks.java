package cn.mingjian.documents.wording;

import java.util.Collection;
import java.util.List;

/** Words of which every match of a pattern holds at least one, and how far about it the match can lie. */
final class Landmarks {

    /** A length, in characters, that counts as having no bound. */
    static final int FAR = 10_000;

    /** Nothing is known of the matches: they can be anywhere. */
    static final Landmarks NONE = new Landmarks(List.of(), FAR, FAR);

    /** Share of the texts' characters that a common one has: how rare a word is, is a guess by its length. */
    private static final double COMMON = 0.02;

    private static final int BITS = 1_024;

    private final List<String> words;
    private final int before;
    private final int most;
    /** First characters of the words, by their lowest bits. */
    private final boolean[] begins = new boolean[BITS];

    private Landmarks(List<String> words, int before, int most) {
        this.words = words;
        this.before = before;
        this.most = most;
        words.forEach(word -> begins[word.charAt(0) % BITS] = true);
    }

    /**
     * Of two words of which one holds the other, the shorter is enough.
     *
     * @param words none of them empty
     * @param before how many characters (code points) of a match stand before the word at most
     * @param most how many characters a match has at most
     */
    static Landmarks of(Collection<String> words, int before, int most) {
        List<String> kept = words.stream()
                .distinct()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && word.contains(other)))
                .toList();
        int deepest = 0;
        for (String word : words) {
            int at = kept.stream()
                    .mapToInt(word::indexOf)
                    .filter(place -> place >= 0)
                    .min()
                    .orElse(0);
            deepest = Math.max(deepest, at);
        }
        return new Landmarks(kept, Math.min(FAR, before + deepest), most);
    }

    /** The same words in a pattern that goes on about this one. */
    Landmarks inside(int more, int all) {
        return new Landmarks(words, Math.min(FAR, before + more), all);
    }

    List<String> words() {
        return words;
    }

    int before() {
        return before;
    }

    /** Whether a match cannot be longer than a bound. */
    boolean isBounded() {
        return most < FAR;
    }

    /** How near to one another two words stand if matches about them can meet. */
    int reach() {
        return before + most;
    }

    /** How often one of the words is to be expected: the fewer and the longer, the seldomer. */
    double frequency() {
        return words.stream()
                .mapToDouble(word -> Math.pow(COMMON, word.length()))
                .sum();
    }

    /** Where the next of the words stands, at a place of a text or behind it, or -1. */
    int next(String text, int from) {
        if (words.size() == 1) {
            return text.indexOf(words.get(0), from);
        }
        for (int at = from; at < text.length(); at++) {
            if (begins[text.charAt(at) % BITS]) {
                for (String word : words) {
                    if (text.startsWith(word, at)) {
                        return at;
                    }
                }
            }
        }
        return -1;
    }

    /** Where a match that holds the word at a place can begin, but not before a bound. */
    int earliestStart(String text, int word, int bound) {
        if (before >= FAR || before >= word - bound) {
            return bound;
        }
        int start = word;
        for (int i = 0; i < before && start > bound; i++) {
            start = text.offsetByCodePoints(start, -1);
        }
        return Math.max(start, bound);
    }

    /** Behind the character that follows the longest match that begins at a place. */
    int latestEnd(String text, int start) {
        int end = start;
        for (int i = 0; i <= most && end < text.length(); i++) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
