package cn.mingjian.engine.mutants;

/** What a mutant changes. The word stands in its id, the message {@code mutants.change.<word>} says it to a reader. */
public enum Kind {
    /** {@code <} for {@code <=}, {@code >} for {@code >=} and back. */
    EDGE("edge"),
    /** {@code =} for {@code <>} and back, {@code is null} for {@code is not null}. */
    OPPOSITE("opposite"),
    /** A number one higher (in its last digit), a day or month later. */
    UP("up"),
    /** A number one lower, a day or month earlier. */
    DOWN("down"),
    /** The lower end of a between left out. */
    OPEN_LOW("open-low"),
    /** The upper end of a between left out. */
    OPEN_HIGH("open-high"),
    /** A least value for a greatest, any for all, and back. */
    SWAPPED("swapped"),
    /** A count of all for a count of distinct values. */
    REPEATED("repeated"),
    /** A {@code not} taken away. */
    AFFIRMED("affirmed"),
    /** A condition, a key, an exclusion, a line, a period left out. */
    DROPPED("dropped");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word in ids. */
    public String word() {
        return word;
    }
}
