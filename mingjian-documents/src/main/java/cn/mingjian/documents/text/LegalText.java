package cn.mingjian.documents.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's text, normalised: full width digits and letters narrow, one form of brackets （）, one form of blanks,
 * nothing that cannot be seen. A character is replaced by one character or left out, never by several, so that each
 * knows where it stood in the delivered text.
 *
 * <p>Searching works on {@link #text()} in code units; what leaves the product counts code points.
 */
public final class LegalText {

    private final String text;
    /** Code points of the normalised text before each code unit; null while the two are the same. */
    private final int @Nullable [] points;
    /** Code points of the delivered text before each code unit; null while the two are the same. */
    private final int @Nullable [] origins;

    LegalText(String text, int @Nullable [] points, int @Nullable [] origins) {
        this.text = text;
        this.points = points;
        this.origins = origins;
    }

    /** The text of a document as it was delivered. */
    public static LegalText of(String delivered) {
        return new Normalising(delivered).text();
    }

    /** The normalised text. */
    public String text() {
        return text;
    }

    /** The position in code points of an offset in code units. */
    public int codePoints(int offset) {
        return points == null ? offset : points[offset];
    }

    /** The position in code points of the delivered text at which the character at an offset stood. */
    public int delivered(int offset) {
        return origins == null ? offset : origins[offset];
    }

    /** Where a stretch ends in the delivered text, behind its last character. */
    public int deliveredEnd(Span span) {
        return span.isEmpty() ? delivered(span.start()) : delivered(lastOf(span)) + 1;
    }

    private int lastOf(Span span) {
        int last = span.end() - 1;
        return Character.isLowSurrogate(text.charAt(last)) && last > span.start() ? last - 1 : last;
    }

    /** The words of a stretch. */
    public String words(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The same text as if some stretches had never stood in it. */
    public LegalText without(Collection<Span> stretches) {
        if (stretches.isEmpty()) {
            return this;
        }
        List<Span> inOrder =
                stretches.stream().sorted(Comparator.comparingInt(Span::start)).toList();
        StringBuilder kept = new StringBuilder(text.length());
        int[] from = new int[text.length() + 1];
        int at = 0;
        for (Span out : inOrder) {
            at = keep(kept, from, at, Math.max(at, out.start()));
            at = Math.max(at, out.end());
        }
        keep(kept, from, at, text.length());
        from[kept.length()] = delivered(text.length());
        return new LegalText(
                kept.toString(), Normalising.points(kept), java.util.Arrays.copyOf(from, kept.length() + 1));
    }

    private int keep(StringBuilder kept, int[] from, int start, int end) {
        for (int i = start; i < end; i++) {
            from[kept.length()] = delivered(i);
            kept.append(text.charAt(i));
        }
        return end;
    }
}
