package cn.mingjian.server.protection;

import java.time.Instant;
import java.util.List;

/**
 * Openings and files of an office in seven days.
 *
 * @param limitsReached how often somebody was refused because the limit of the day was reached
 * @param persons who opened, most first
 */
record Week(
        Instant from,
        long openings,
        long things,
        long files,
        long limitsReached,
        long asked,
        long allowed,
        long refused,
        List<PersonOpened> persons) {

    /** What one person opened. */
    record PersonOpened(String person, String login, long things, long limitsReached) {}
}
