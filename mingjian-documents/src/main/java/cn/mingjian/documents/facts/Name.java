package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;

/**
 * A person's name where it stands.
 *
 * @param span the name
 * @param outer the same with the quotes around it
 */
record Name(Span span, Span outer) {

    static Name of(int start, int end) {
        Span span = new Span(start, end);
        return new Name(span, span);
    }

    /** A name in quotes. */
    static Name quoted(int start, int end) {
        return new Name(new Span(start + 1, end - 1), new Span(start, end));
    }

    String words(String text) {
        return text.substring(span.start(), span.end());
    }
}
