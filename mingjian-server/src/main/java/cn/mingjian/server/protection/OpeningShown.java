package cn.mingjian.server.protection;

import cn.mingjian.model.Words;
import cn.mingjian.server.opening.OpeningKind;
import cn.mingjian.server.opening.OpeningReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opening in the records of the officer: who opened what and why, without a value.
 *
 * @param kind clue, document, or all clues of a run
 * @param of the model, where a run was opened
 * @param reference the beginning of the number of run or delivery, by which the department finds it
 * @param fields names of the columns and elements that were masked
 * @param allowed whether a second person allowed it
 */
record OpeningShown(
        long id,
        Instant at,
        String person,
        String login,
        Words department,
        OpeningKind kind,
        @Nullable Words of,
        String reference,
        int things,
        OpeningReason reason,
        String words,
        List<String> fields,
        boolean allowed) {}
