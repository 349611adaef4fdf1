package cn.mingjian.documents.facts;

import cn.mingjian.documents.text.Span;

/**
 * What somebody did with drugs.
 *
 * @param who his name
 * @param whom the other person's name, or the code of the drug
 * @param span from the first to the last of the two
 */
record Dealing(Kind kind, String who, String whom, Span span) {

    /** Kinds of dealing, with the names of the two sides in the output. */
    enum Kind {
        SELLS_TO("sells_to", "seller", "buyer"),
        DEALS_IN("deals_in", "person", "drug"),
        POSSESSES("possesses", "person", "drug"),
        SHELTERS("shelters", "host", "guest");

        private final String element;
        private final String first;
        private final String second;

        Kind(String element, String first, String second) {
            this.element = element;
            this.first = first;
            this.second = second;
        }

        String element() {
            return element;
        }

        String first() {
            return first;
        }

        String second() {
            return second;
        }
    }

    static Dealing between(Kind kind, String text, Name who, Name whom) {
        return new Dealing(kind, who.words(text), whom.words(text), both(who.span(), whom.span()));
    }

    static Dealing with(Kind kind, String text, Name who, Drug drug) {
        return new Dealing(kind, who.words(text), drug.code(), both(who.span(), drug.span()));
    }

    private static Span both(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }
}
