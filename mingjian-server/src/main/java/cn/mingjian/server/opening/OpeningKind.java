package cn.mingjian.server.opening;

/** The kinds of things that can be opened. */
public enum OpeningKind {
    CLUE,
    DOCUMENT,
    /** All clues of a run, into a file that leaves. */
    CLUES_OF_RUN,
    /** Rows of a delivery that could not be taken, back to who brought it. */
    REJECTED_ROWS
}
