package cn.mingjian.documents.wording;

import cn.mingjian.documents.text.Span;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A pattern of a template, in the syntax of RE2, which matches in linear time whatever the text is. What it finds is
 * what RE2 finds; it is only run where words stand that every match must hold.
 */
public final class Wording {

    private final Pattern pattern;
    private final Landmarks landmarks;

    private Wording(Pattern pattern, Landmarks landmarks) {
        this.pattern = pattern;
        this.landmarks = landmarks;
    }

    /** @throws PatternSyntaxException when it is not a pattern */
    public static Wording of(String written) {
        return new Wording(Pattern.compile(written), Syntax.shape(written).landmarks());
    }

    /** The pattern as it is written. */
    public String written() {
        return pattern.pattern();
    }

    /** How many groups of its own it has. */
    public int groupCount() {
        return pattern.groupCount();
    }

    /** Looks for it in a text. */
    public Finding in(String text) {
        return in(text, new Span(0, text.length()));
    }

    /**
     * Looks for it in a stretch of a text, as if the text ended with the stretch; {@code ^} is the beginning of the text.
     * Places are those of the text.
     */
    public Finding in(String text, Span stretch) {
        return new Finding(pattern, landmarks, text, stretch);
    }

    /** Whether a text as a whole is worded so. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    /** A text without all that is worded so. */
    public String removedFrom(String text) {
        return pattern.matcher(text).replaceAll("");
    }
}
