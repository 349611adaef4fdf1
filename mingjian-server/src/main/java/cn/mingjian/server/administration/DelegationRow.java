package cn.mingjian.server.administration;

import cn.mingjian.server.actor.Role;
import java.time.LocalDate;

/**
 * A role lent for a term.
 *
 * @param until the last day
 * @param mayEnd whether the asking person can end it before
 */
record DelegationRow(
        int id,
        String lender,
        String borrower,
        Role role,
        LocalDate from,
        LocalDate until,
        String reason,
        State state,
        boolean mayEnd) {

    /** How it stands today. */
    enum State {
        PLANNED,
        HOLDS,
        /** Within its term, but the lender no longer holds the role or heads the department, or somebody has left. */
        RESTS,
        OVER,
        WITHDRAWN
    }
}
