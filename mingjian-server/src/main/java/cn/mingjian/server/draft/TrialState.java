package cn.mingjian.server.draft;

/** How far a trial is. */
public enum TrialState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    STOPPED
}
