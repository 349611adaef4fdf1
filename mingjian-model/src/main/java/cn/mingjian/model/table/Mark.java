package cn.mingjian.model.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the value of a row was checked. */
public enum Mark {
    /** Read in the text of the law that the row's source cites; no user can set it. */
    LAW,
    /** Seen on secondary pages, not in the instrument itself. */
    SECONDARY,
    /** Used by a named office. */
    PRACTICE,
    /** Our own proposal. */
    PROPOSAL,
    /** From memory. */
    UNVERIFIED;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mark> of(String word) {
        return Arrays.stream(values()).filter(mark -> mark.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Mark::word).toList();
    }
}
