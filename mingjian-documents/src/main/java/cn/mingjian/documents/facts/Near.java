package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** Asks a pattern about the few characters before or behind a place; what lies farther away costs nothing. */
final class Near {

    private Near() {}

    /** Whether the pattern, which ends in {@code $}, is found in the characters before a place. */
    static boolean before(Pattern pattern, String text, int at, int window) {
        return pattern.matcher(text.substring(Math.max(0, at - window), at)).find();
    }

    /** Whether the pattern, which begins with {@code ^}, is found in the characters from a place on. */
    static boolean after(Pattern pattern, String text, int at, int window) {
        return pattern.matcher(text.substring(at, Math.min(text.length(), at + window)))
                .find();
    }

    /** Where the group of a pattern, or its whole match, stands from a place on. */
    static Optional<Span> match(Pattern pattern, String text, int at, int window) {
        Matcher matcher = pattern.matcher(text.substring(at, Math.min(text.length(), at + window)));
        if (!matcher.find()) {
            return Optional.empty();
        }
        int group = Math.min(1, matcher.groupCount());
        return Optional.of(new Span(at + matcher.start(group), at + matcher.end(group)));
    }

    /** Whether the pattern is found in the words of a stretch. */
    static boolean within(Pattern pattern, String text, int start, int end) {
        return start < end && pattern.matcher(text.substring(start, end)).find();
    }
}
