package cn.mingjian.duckdb;

import java.nio.file.Path;

/**
 * What a session may use at most.
 *
 * @param memoryBytes memory of the engine; the Java heap and fully read results come on top
 * @param threads worker threads
 * @param temporaryParent existing folder in which the session makes an owner-only folder of its own for spilling
 * @param temporaryBytes disk space for spilling
 */
public record DuckLimits(long memoryBytes, int threads, Path temporaryParent, long temporaryBytes) {

    /** Refuses limits that leave nothing to work with. */
    public DuckLimits {
        if (memoryBytes <= 0 || threads <= 0 || temporaryBytes < 0) {
            throw new IllegalArgumentException("The limits of an engine session must be positive.");
        }
    }
}
