package cn.mingjian.server.run;

/** How far a run is. */
public enum RunState {
    /** It waits for its turn. */
    QUEUED,
    /** What the model needs of the delivery is read. */
    IMPORTING,
    /** The model is run. */
    RUNNING,
    /** Its clues are there. */
    DONE,
    /** It gave nothing, and says why. */
    FAILED,
    /** Somebody stopped it. */
    STOPPED;

    /** Whether nothing more will happen to it. */
    public boolean ended() {
        return this == DONE || this == FAILED || this == STOPPED;
    }
}
