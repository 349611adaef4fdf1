package cn.mingjian.server.opening;

/** What a second person is asked for. */
public enum OpeningRequestKind {
    MORE_TODAY,
    CLUES_OF_RUN
}
