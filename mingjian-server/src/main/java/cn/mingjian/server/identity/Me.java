package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.Accounts.Standing;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The person who is signed in, as the pages show them.
 *
 * @param pledge {@code DUE} until the security lesson and pledge are given for the year, then {@code OPEN}
 * @param passwordChange whether a password of one's own is to be chosen first
 * @param moved that the account came from another department, until its person has read so
 * @param sample whether the installation holds the sample county
 */
record Me(
        String account,
        String name,
        Office office,
        Department department,
        Set<Role> roles,
        Pledge pledge,
        boolean passwordChange,
        @Nullable Moved moved,
        boolean sample) {

    /** Whether the lesson and pledge of the year are given. */
    enum Pledge {
        OPEN,
        DUE
    }

    record Office(int id, String name, String level) {}

    record Department(int id, Words name) {}

    /**
     * A move from another department.
     *
     * @param office whose department that was
     * @param by the name of the administrator who moved the account
     */
    record Moved(String office, Words department, String by, Instant at) {}

    static Me of(Standing standing, @Nullable Moved moved, boolean sample) {
        return new Me(
                standing.login(),
                standing.name(),
                new Office(standing.actor().office(), standing.officeName(), standing.level()),
                new Department(standing.actor().department(), standing.department()),
                new TreeSet<>(standing.actor().roles()),
                standing.pledgeDue() ? Pledge.DUE : Pledge.OPEN,
                standing.passwordChange(),
                moved,
                sample);
    }
}
