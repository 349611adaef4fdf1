package cn.mingjian.documents.wording;

import cn.mingjian.documents.text.Span;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Objects;

/**
 * Looks for a wording in a stretch of a text, from match to match. Where the wording has {@link Landmarks}
 * and a bounded length, the pattern is run only on the characters about them: of a match that begins at or before the
 * last of them nothing lies outside, so it is the match that the whole text would give.
 */
public final class Finding {

    /** Landmarks that stand close together are passed at once, but no more than so many characters. */
    private static final int MOST_AT_ONCE = 4_096;

    private final Landmarks landmarks;
    /** The stretch, with the character before it, which {@code ^} and {@code \b} look at. */
    private final String text;
    /** Where {@link #text} begins in the text that was given. */
    private final int origin;

    private final Matcher matcher;
    /** The part of {@link #text} that the matcher is set on. */
    private int from;

    private int to;
    /** Where the next match is looked for, in {@link #text}. */
    private int next;

    Finding(Pattern pattern, Landmarks landmarks, String whole, Span stretch) {
        this.landmarks = landmarks;
        this.origin = Math.max(0, stretch.start() - 1);
        this.text = whole.substring(origin, Math.max(origin, stretch.end()));
        this.next = stretch.start() - origin;
        this.matcher = pattern.matcher(text);
        this.to = text.length();
    }

    /** Finds the next match: behind the one before, at first from the beginning of the stretch. */
    public boolean find() {
        boolean found = search();
        if (found) {
            next = from + matcher.end() + (matcher.end() == matcher.start() ? 1 : 0);
        }
        return found;
    }

    /** Finds the first match that begins at a place or behind it. */
    public boolean find(int place) {
        next = place - origin;
        return find();
    }

    private boolean search() {
        if (landmarks.words().isEmpty()) {
            return next <= text.length() && run(next, text.length());
        }
        int at = next;
        for (int first = landmarks.next(text, at); first >= 0; first = landmarks.next(text, at)) {
            int start = landmarks.earliestStart(text, first, at);
            if (!landmarks.isBounded()) {
                return run(start, text.length());
            }
            int last = first;
            int near = landmarks.next(text, last + 1);
            while (near >= 0 && near - last <= landmarks.reach() && near - start < MOST_AT_ONCE) {
                last = near;
                near = landmarks.next(text, last + 1);
            }
            if (run(start, landmarks.latestEnd(text, last)) && from + matcher.start() <= last) {
                return true;
            }
            at = last + 1;
        }
        return false;
    }

    /** Runs the pattern from a place on the text up to an end. */
    private boolean run(int start, int end) {
        boolean set = to == end && (from == 0 || from < start);
        if (!set) {
            from = Math.max(0, start - 1);
            to = end;
            matcher.reset(text.substring(from, to));
        }
        return matcher.find(start - from);
    }

    /** Whether the stretch, which is then the beginning of a text, begins with a match. */
    public boolean begins() {
        return origin == 0 && matcher.lookingAt();
    }

    /** Where the match begins. */
    public int start() {
        return start(0);
    }

    /** Where the match ends, behind its last character. */
    public int end() {
        return end(0);
    }

    /** Where a group begins, or -1 when it took no part. */
    public int start(int group) {
        return place(matcher.start(group));
    }

    /** Where a group ends, or -1 when it took no part. */
    public int end(int group) {
        return place(matcher.end(group));
    }

    private int place(int inPart) {
        return inPart < 0 ? inPart : origin + from + inPart;
    }

    /** The words of the match. */
    public String group() {
        return matcher.group();
    }

    /** Whether a group took part in the match. */
    public boolean has(int group) {
        return matcher.start(group) >= 0;
    }

    /** The words of a group that took part. */
    public String group(int group) {
        return Objects.requireNonNull(matcher.group(group));
    }

    /** How many groups the wording has. */
    public int groupCount() {
        return matcher.groupCount();
    }
}
