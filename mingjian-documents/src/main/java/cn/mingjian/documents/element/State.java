package cn.mingjian.documents.element;

/** How far an element is known. */
public enum State {
    /** The text says it. */
    FOUND("found"),
    /** The text does not say it, as far as it was read. */
    NOT_STATED("not-stated"),
    /** The text says something, but not surely this. */
    UNSURE("unsure");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /** The word in the output. */
    public String word() {
        return word;
    }
}
