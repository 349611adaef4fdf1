package cn.mingjian.server.administration;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.Moves;
import cn.mingjian.server.identity.Offices;
import cn.mingjian.server.identity.OneTimeCodes;
import cn.mingjian.server.identity.Passwords;
import cn.mingjian.server.identity.Sessions;
import cn.mingjian.server.problem.Refusal;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the system administrator does with accounts; never with their own, and never with those of the security and audit
 * administrators: whoever hands out a new password could enter as they.
 */
@Component
class AccountKeeping {

    private static final Set<Role> APART = Set.of(Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private final JdbcClient database;
    private final AccountList list;
    private final OfficeTree tree;
    private final Accounts accounts;
    private final Offices offices;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Moves moves;
    private final Sessions sessions;
    private final Acts acts;

    AccountKeeping(
            JdbcClient database,
            AccountList list,
            OfficeTree tree,
            Accounts accounts,
            Offices offices,
            Passwords passwords,
            OneTimeCodes codes,
            Moves moves,
            Sessions sessions,
            Acts acts) {
        this.database = database;
        this.list = list;
        this.tree = tree;
        this.accounts = accounts;
        this.offices = offices;
        this.passwords = passwords;
        this.codes = codes;
        this.moves = moves;
        this.sessions = sessions;
        this.acts = acts;
    }

    /** @param password the one to hand over, shown this once */
    record Handed(AccountRow account, String password) {}

    /** Makes an account without roles in a department of an office that the administrator keeps. */
    Handed make(Actor actor, int department, String login, String name) {
        String password = passwords.made();
        String hash = passwords.hash(login, password);
        int made = acts.write(
                actor,
                () -> {
                    tree.open(actor, officeOf(actor, department));
                    int id = offices.addHashedAccount(department, login, name, Set.of(), hash);
                    accounts.handOver(id, hash);
                    return id;
                },
                id -> Act.of("account.add", "account", id).with("department", department));
        return new Handed(list.find(actor, made), password);
    }

    private int officeOf(Actor actor, int department) {
        return database.sql("select office_id from department where id = :id and office_id in " + Scope.OFFICES_BELOW)
                .params(Scope.of(actor))
                .param("id", department)
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    /** Gives a new password to hand over. */
    Handed newPassword(Actor actor, int id) {
        String password = passwords.made();
        String hash = passwords.hash(list.find(actor, id).login(), password);
        AccountRow account = change(actor, "account.new-password", id, held -> accounts.handOver(id, hash));
        sessions.endAll(id);
        return new Handed(account, password);
    }

    AccountRow close(Actor actor, int id) {
        AccountRow account = change(actor, "account.close", id, held -> accounts.close(id));
        sessions.endAll(id);
        return account;
    }

    AccountRow reopen(Actor actor, int id) {
        return change(actor, "account.reopen", id, held -> {
            tree.open(actor, held.office());
            accounts.reopen(id);
        });
    }

    AccountRow unlock(Actor actor, int id) {
        return change(actor, "account.unlock", id, held -> accounts.unlock(id));
    }

    /** Switches one-time codes off for somebody who lost them. */
    AccountRow resetCodes(Actor actor, int id) {
        AccountRow account = change(actor, "account.reset-codes", id, held -> codes.remove(id));
        sessions.endAll(id);
        return account;
    }

    /** Moves an account to another department that the administrator keeps, where it has no role until one is given. */
    AccountRow move(Actor actor, int id, int department) {
        acts.write(
                actor,
                () -> {
                    AccountRow held = hold(actor, id);
                    tree.open(actor, officeOf(actor, department));
                    if (held.department() == department) {
                        throw Refusal.conflict("server.account-there");
                    }
                    Actor leaver = new Actor(
                            id, Actor.Kind.PERSON, held.office(), held.department(), Set.copyOf(held.roles()));
                    moves.move(actor, leaver, department);
                    return held;
                },
                held -> Act.of("account.move", "account", id)
                        .with("fromDepartment", held.department())
                        .with("toDepartment", department));
        sessions.endAll(id);
        return list.find(actor, id);
    }

    private AccountRow change(Actor actor, String name, int id, Consumer<AccountRow> work) {
        acts.write(actor, Act.of(name, "account", id), () -> {
            work.accept(hold(actor, id));
        });
        return list.find(actor, id);
    }

    private AccountRow hold(Actor actor, int id) {
        AccountRow held = list.hold(actor, id);
        if (held.own()) {
            throw Refusal.conflict("server.own-account");
        }
        if (held.roles().stream().anyMatch(APART::contains)) {
            throw Refusal.conflict("server.account-of-administrator");
        }
        return held;
    }
}
