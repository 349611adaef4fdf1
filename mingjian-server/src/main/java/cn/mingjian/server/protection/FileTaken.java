package cn.mingjian.server.protection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that left the server.
 *
 * @param entry number of the entry in the audit
 * @param act what was done, as {@code clue.export}
 * @param kind the ending of the file
 * @param rows how many clues, rows or documents it held
 * @param sealed whether it left under a passphrase; null where it held nothing that was masked
 */
record FileTaken(
        long entry,
        Instant at,
        String person,
        String login,
        String act,
        String reference,
        String kind,
        long rows,
        @Nullable Boolean sealed) {}
