package cn.mingjian.server.administration;

import org.jspecify.annotations.Nullable;

/**
 * An office in the tree that an administrator keeps.
 *
 * @param parent the one above, or null where that is none of theirs
 * @param level {@code NATIONAL}, {@code PROVINCE}, {@code CITY} or {@code COUNTY}
 * @param region the code that it serves today
 * @param accounts those that nobody closed
 */
record OfficeRow(
        int id, @Nullable Integer parent, String name, String level, String region, boolean closed, long accounts) {}
