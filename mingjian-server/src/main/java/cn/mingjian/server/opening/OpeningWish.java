package cn.mingjian.server.opening;

import cn.mingjian.server.problem.Refusal;

/**
 * Why somebody wants something opened.
 *
 * @param words in their own words; the number of the case where the reason is one
 */
public record OpeningWish(OpeningReason reason, String words) {

    private static final int LONGEST = 200;

    /** The same with words that can be kept; refuses what gives no reason. */
    public OpeningWish checked() {
        if (reason == null) {
            throw Refusal.bad("server.opening-reason");
        }
        return new OpeningWish(reason, words(words, "server.opening-words"));
    }

    /** Words of a person that can be kept. */
    static String words(String words, String refusal) {
        String clean = words == null ? "" : words.strip();
        if (clean.isEmpty()
                || clean.codePointCount(0, clean.length()) > LONGEST
                || clean.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.bad(refusal, LONGEST);
        }
        return clean;
    }
}
