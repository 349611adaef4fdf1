package cn.mingjian.server.opening;

/** How far a request is. */
public enum OpeningRequestState {
    ASKED,
    ALLOWED,
    REFUSED,
    USED,
    /** Nobody answered, or it was not used in time. */
    EXPIRED
}
