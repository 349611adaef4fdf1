package cn.mingjian.server.protection;

import java.time.Instant;

/**
 * A file that left the server.
 *
 * @param entry number of the entry in the audit
 * @param act what was done, as {@code clue.export}
 * @param kind the ending of the file
 * @param rows how many clues, rows or documents it held
 */
record FileTaken(
        long entry, Instant at, String person, String login, String act, String reference, String kind, long rows) {}
