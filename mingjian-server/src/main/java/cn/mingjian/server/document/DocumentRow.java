package cn.mingjian.server.document;

import cn.mingjian.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list of a delivery.
 *
 * @param no its number in the delivery, from 1
 * @param unsure how many of its elements are not sure
 * @param problem why it could not be read, where it could not
 */
record DocumentRow(
        int no,
        String name,
        @Nullable String court,
        @Nullable String caseNumber,
        int defendants,
        int unsure,
        @Nullable Words problem) {}
