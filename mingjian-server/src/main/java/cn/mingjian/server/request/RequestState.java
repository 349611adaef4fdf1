package cn.mingjian.server.request;

import java.util.List;

/** How far a request is. */
public enum RequestState {
    DRAFTED,
    SENT,
    ANSWERED,
    REFUSED,
    CLOSED;

    /** What it may become next. */
    public List<RequestState> next() {
        return switch (this) {
            case DRAFTED -> List.of(SENT, CLOSED);
            case SENT -> List.of(ANSWERED, REFUSED, CLOSED);
            case ANSWERED -> List.of(CLOSED);
            case REFUSED -> List.of(SENT, CLOSED);
            case CLOSED -> List.of();
        };
    }

    /** Whether nothing is waited for any more. */
    public boolean ended() {
        return this == ANSWERED || this == REFUSED || this == CLOSED;
    }
}
