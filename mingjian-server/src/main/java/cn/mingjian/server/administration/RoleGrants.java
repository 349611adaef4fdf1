package cn.mingjian.server.administration;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The roles that the security administrator gives and takes, never of their own account. The three administrators are
 * separated: such a role stands alone. A change counts at the next request, because roles are read for each.
 */
@Component
class RoleGrants {

    private final JdbcClient database;
    private final AccountList list;
    private final Acts acts;

    RoleGrants(JdbcClient database, AccountList list, Acts acts) {
        this.database = database;
        this.list = list;
        this.acts = acts;
    }

    AccountRow grant(Actor actor, int id, Role role) {
        acts.write(actor, act("role.grant", id, role), () -> {
            AccountRow held = held(actor, id);
            boolean apart = role.administers() || held.roles().stream().anyMatch(Role::administers);
            if (held.roles().contains(role)) {
                throw Refusal.conflict("server.role-there");
            }
            if (apart && !held.roles().isEmpty()) {
                throw Refusal.conflict("server.administrators-apart");
            }
            database.sql("insert into account_role values (?, ?)")
                    .params(id, role.name())
                    .update();
        });
        return list.find(actor, id);
    }

    AccountRow withdraw(Actor actor, int id, Role role) {
        acts.write(actor, act("role.withdraw", id, role), () -> {
            if (!held(actor, id).roles().contains(role)) {
                throw Refusal.conflict("server.role-missing");
            }
            database.sql("delete from account_role where account_id = ? and role = ?")
                    .params(id, role.name())
                    .update();
        });
        return list.find(actor, id);
    }

    private AccountRow held(Actor actor, int id) {
        AccountRow held = list.hold(actor, id);
        if (held.own()) {
            throw Refusal.conflict("server.own-account");
        }
        return held;
    }

    private static Act act(String name, int id, Role role) {
        return Act.of(name, "account", id).with("role", role.name());
    }
}
