package cn.mingjian.server.dataset;

/** How far a version is. */
public enum VersionState {
    /** It waits, or is taken in. */
    READING,
    /** Runs can use it. */
    READY,
    /** It could not be taken in, or was stopped; nothing of it is stored. */
    FAILED,
    /** Its rows are gone; what proves them stays. */
    DESTROYED
}
