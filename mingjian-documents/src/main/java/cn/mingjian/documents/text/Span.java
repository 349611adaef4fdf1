package cn.mingjian.documents.text;

/**
 * A stretch of a normalised text, in code units of {@link LegalText#text()}.
 *
 * @param end behind the last character
 */
public record Span(int start, int end) {

    /** Whether the two have a character in common. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Whether the other lies inside. */
    public boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean isEmpty() {
        return end <= start;
    }
}
