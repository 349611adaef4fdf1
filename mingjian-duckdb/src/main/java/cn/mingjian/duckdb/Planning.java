package cn.mingjian.duckdb;

/** How the engine plans the statements of a session. The answers are the same. */
public enum Planning {
    /** Each statement is rewritten until it is cheap to run: for many rows. */
    OPTIMISED,
    /** Each statement runs as it is written: for many statements over few rows, where planning costs most of the time. */
    AS_WRITTEN
}
