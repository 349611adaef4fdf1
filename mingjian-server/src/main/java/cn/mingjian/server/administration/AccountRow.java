package cn.mingjian.server.administration;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.identity.AccountState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param roles its own
 * @param lent roles lent to it that hold today
 * @param codes whether sign-in asks for a one-time code
 * @param own whether it is the asking administrator's
 */
record AccountRow(
        int id,
        String login,
        String name,
        int office,
        String officeName,
        int department,
        Words departmentName,
        List<Role> roles,
        List<Role> lent,
        AccountState state,
        boolean codes,
        boolean own) {

    /** Which accounts are listed; what is null is not asked. */
    record Filter(
            @Nullable Integer office,
            @Nullable Role role,
            @Nullable AccountState state,
            @Nullable String query) {}
}
