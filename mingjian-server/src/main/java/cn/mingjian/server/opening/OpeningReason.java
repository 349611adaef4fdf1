package cn.mingjian.server.opening;

/** For what masked values may be opened; the person adds words. */
public enum OpeningReason {
    /** To verify a clue. */
    VERIFICATION,
    /** For a case whose number is named. */
    CASE,
    /** To check whether data or what was read from a document are right. */
    CHECK
}
