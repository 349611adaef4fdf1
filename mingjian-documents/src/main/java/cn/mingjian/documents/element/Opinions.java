package cn.mingjian.documents.element;

import cn.mingjian.documents.template.Acceptance;
import cn.mingjian.documents.text.Sentences;
import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;

/**
 * Whether the court takes up what a sentence says. A refusal that follows in the sentence takes it back. Where the
 * sentence tells what somebody else says (辩护人提出……), only a word of acceptance in it, or in the two sentences behind it
 * as long as they speak of no other opinion, makes it the court's own.
 */
final class Opinions {

    private static final int SENTENCES = 2;
    private static final int NEVER = Integer.MAX_VALUE;

    private final Acceptance acceptance;

    Opinions(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    boolean taken(String text, Span found, int limit) {
        Span sentence = Sentences.at(text, found.start());
        boolean opinion = says(text, sentence.start(), Math.max(sentence.start(), found.start()));
        int end = Math.min(sentence.end(), limit);
        for (int i = 0; i < SENTENCES && opinion && end < limit; i++) {
            int next = Math.min(Sentences.end(text, Math.min(end + 1, limit)), limit);
            if (says(text, end, next)) {
                break; // the next sentence speaks of another opinion
            }
            end = next;
        }
        String behind = text.substring(found.end(), Math.max(found.end(), end));
        behind = opinion ? behind : behind.substring(0, Math.min(behind.length(), first(acceptance.opinion(), behind)));
        int accepted = first(acceptance.accepted(), behind);
        int refused = first(acceptance.refused(), behind);
        return opinion ? accepted < refused : refused == NEVER || accepted < refused;
    }

    /** Whether somebody else speaks. */
    private boolean says(String text, int from, int to) {
        return acceptance.opinion().in(text.substring(from, to)).find();
    }

    private static int first(Wording pattern, String text) {
        Finding finding = pattern.in(text);
        return finding.find() ? finding.start() : NEVER;
    }
}
