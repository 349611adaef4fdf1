package cn.mingjian.model.law;

import java.util.Locale;

/** How the text shown for a citation was chosen. */
public enum ChosenBy {
    /** The text its author read is the one in force on the law date. */
    PINNED,
    /** Of several alternatives, the first whose text is in force on the law date. */
    ALTERNATIVE,
    /** The provision was carried to the text in force on the law date. */
    SAME_AS,
    /**
     * The text its author read, though it is not in force on the law date or the law is not known for that day; the
     * clue is graded C at best until a named person confirms the rule for that period.
     */
    NOT_CHECKED;

    /** The word on a clue: {@code pinned}, {@code alternative}, {@code same-as}, {@code not-checked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
