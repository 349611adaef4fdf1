package cn.mingjian.server.audit;

import cn.mingjian.model.Words;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit as it is shown.
 *
 * @param person the login of whoever acted, or ordered what the system then did; null for the installation itself
 * @param office whose, or null for the installation itself
 * @param departments what the departments are called that the details name by their numbers, with their offices
 * @param objectName login of an account or name of an office, where the object is one
 */
record EntryRow(
        long number,
        Instant at,
        @Nullable String person,
        @Nullable String office,
        String act,
        String object,
        String objectId,
        @Nullable String objectName,
        Map<String, String> details,
        Map<String, Words> departments,
        String sha256) {}
