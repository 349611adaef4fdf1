package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;
import cn.mingjian.documents.wording.Finding;
import cn.mingjian.documents.wording.Wording;
import java.util.Optional;

/** Asks a pattern about the few characters before or behind a place; what lies farther away costs nothing. */
final class Near {

    private Near() {}

    /** Whether the pattern, which ends in {@code $}, is found in the characters before a place. */
    static boolean before(Wording pattern, String text, int at, int window) {
        return pattern.in(text.substring(Math.max(0, at - window), at)).find();
    }

    /** Whether the pattern, which begins with {@code ^}, is found in the characters from a place on. */
    static boolean after(Wording pattern, String text, int at, int window) {
        return pattern.in(text.substring(at, Math.min(text.length(), at + window)))
                .find();
    }

    /** Where the group of a pattern, or its whole match, stands from a place on. */
    static Optional<Span> match(Wording pattern, String text, int at, int window) {
        Finding finding = pattern.in(text.substring(at, Math.min(text.length(), at + window)));
        if (!finding.find()) {
            return Optional.empty();
        }
        int group = Math.min(1, finding.groupCount());
        return Optional.of(new Span(at + finding.start(group), at + finding.end(group)));
    }

    /** Whether the pattern is found in the words of a stretch. */
    static boolean within(Wording pattern, String text, int start, int end) {
        return start < end && pattern.in(text.substring(start, end)).find();
    }
}
