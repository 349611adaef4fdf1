package cn.mingjian.server.opening;

import java.util.UUID;

/**
 * What is opened.
 *
 * @param object the run, the delivery or the dataset
 * @param part the clue, the number of the document or of the version; empty for all of it
 * @param things how many clues, documents or rows
 */
public record Opening(OpeningKind kind, UUID object, String part, int things, Unmasked unmasked) {

    /**
     * What a person is told of an opening.
     *
     * @param id the number under which it is kept
     */
    public record Opened(long id, Watermark mark, Allowance allowance) {}

    /**
     * What somebody may still open today. The same thing counts once a day.
     *
     * @param daily how many things a day, what was added today included
     */
    public record Allowance(int daily, int opened, int left) {

        static Allowance of(int daily, int opened) {
            return new Allowance(daily, opened, Math.max(0, daily - opened));
        }
    }
}
