package cn.mingjian.model.region;

import java.util.List;

/**
 * A division for the years in which its code, name and borders stayed as they were. Only years are known: in the year of
 * a change both the old and the new entry hold.
 *
 * @param code six digits (GB/T 2260); a code can come back with another meaning, so that code and first year identify
 * @param parent the code above it; the nation's for a province
 * @param fromYear first year
 * @param toYear last year, or {@link #IN_USE}
 * @param successors the codes that took over when it ended
 * @param partlyTo codes that took a part of it while it lasted, each as {@code code@year}
 */
public record Region(
        String code,
        String name,
        Level level,
        String parent,
        int fromYear,
        int toYear,
        List<String> successors,
        List<String> partlyTo) {

    /** The last year of a division that still exists. */
    public static final int IN_USE = Integer.MAX_VALUE;

    /** The tier of a division. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY
    }

    /** Whether it existed in this year, if only for a part of it. */
    public boolean holdsIn(int year) {
        return fromYear <= year && year <= toYear;
    }
}
