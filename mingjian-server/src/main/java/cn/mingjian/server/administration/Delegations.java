package cn.mingjian.server.administration;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.actor.Scope;
import cn.mingjian.server.administration.DelegationController.DelegationWish;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.AccountState;
import cn.mingjian.server.identity.AccountTerms;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.HeldRoles;
import cn.mingjian.server.identity.Leaving;
import cn.mingjian.server.page.Page;
import cn.mingjian.server.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Roles that heads of departments and offices lend to people of their own department for a term: one that they hold
 * themselves, never a lent one. Seen by the department, and by the security administrator, who can end it too.
 */
@Component
class Delegations implements Leaving {

    private static final String SELECT = """
            select lending.*, lender.name as lender_name, a.name as borrower_name,
                   case when lending.ended_at is not null then 'WITHDRAWN'
                        when lending.until < :today then 'OVER'
                        when lending.begins > :today then 'PLANNED'
                        when lending.role in %s then 'HOLDS'
                        else 'RESTS' end as state
            from delegation lending join account lender on lender.id = lending.lender_id
                 join account a on a.id = lending.borrower_id
            where lending.id in
            """.formatted(HeldRoles.LENT);

    /** Who might borrow from :me: people of the department who are no administrators, and whose account is not closed. */
    private static final String BORROWER = """
            a.department_id = :scopeDepartment and a.id <> :me and a.kind = 'PERSON'
            and (%s) not in ('CLOSED', 'LAPSED')
            and not exists (select 1 from account_role r where r.account_id = a.id
                            and r.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'))
            """.formatted(AccountState.SQL);

    private static final int LONGEST_REASON = 200;

    private final JdbcClient database;
    private final Accounts accounts;
    private final AccountTerms terms;
    private final Acts acts;

    Delegations(JdbcClient database, Accounts accounts, AccountTerms terms, Acts acts) {
        this.database = database;
        this.accounts = accounts;
        this.terms = terms;
        this.acts = acts;
    }

    /**
     * What a head can lend.
     *
     * @param roles their own; none where they head nothing, or only by a lent role
     * @param longest days that a term has at most
     */
    record DelegationOffer(List<Role> roles, List<Borrower> people, int longest) {
        record Borrower(int id, String login, String name) {}
    }

    /** What the asking person can lend, and to whom. */
    DelegationOffer offer(Actor actor) {
        List<DelegationOffer.Borrower> people = database.sql(
                        "select a.id, a.login, a.name from account a where " + BORROWER + " order by a.login")
                .params(parameters(actor))
                .query(DelegationOffer.Borrower.class)
                .list();
        return new DelegationOffer(lendable(actor), people, terms.delegation().days());
    }

    private List<Role> lendable(Actor actor) {
        List<Role> own = database
                .sql("select role from account_role where account_id = ? order by role")
                .param(actor.id())
                .query(String.class)
                .list()
                .stream()
                .map(Role::valueOf)
                .toList();
        return own.contains(Role.DEPARTMENT_HEAD) || own.contains(Role.CHIEF) ? own : List.of();
    }

    /** A page of those that the actor may see, newest first. */
    Page<DelegationRow> list(Actor actor, Page.Wish wish) {
        Map<String, Object> parameters = parameters(actor);
        long total = database.sql("select count(*) from " + seen(actor) + " mine")
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", wish.size());
        parameters.put("offset", wish.offset());
        List<DelegationRow> rows = database.sql(
                        SELECT + seen(actor) + " order by lending.id desc limit :size offset :offset")
                .params(parameters)
                .query((row, i) -> row(actor, row))
                .list();
        return Page.of(wish, total, rows);
    }

    private static String seen(Actor actor) {
        String condition =
                actor.roles().contains(Role.SECURITY_ADMIN) ? "office_id in " + Scope.OFFICES_BELOW : Scope.SQL;
        return "(select id from delegation where " + condition + ")";
    }

    /** A wish of which nothing was left out. */
    private record Whole(int to, Role role, LocalDate from, LocalDate until, String reason) {

        static Whole of(DelegationWish wish) {
            Integer to = wish.to();
            Role role = wish.role();
            LocalDate from = wish.from();
            LocalDate until = wish.until();
            if (to == null || role == null || from == null || until == null) {
                throw Refusal.bad("server.delegation-incomplete");
            }
            return new Whole(to, role, from, until, wish.reason().strip());
        }
    }

    /** Lends. */
    DelegationRow begin(Actor actor, DelegationWish wish) {
        Whole whole = Whole.of(wish);
        check(whole);
        int id = acts.write(
                actor,
                () -> {
                    if (!lendable(actor).contains(whole.role())) {
                        throw Refusal.conflict("server.delegation-not-held");
                    }
                    refuseUnfit(actor, whole.to(), whole.role());
                    return database.sql("""
                                    insert into delegation (office_id, department_id, lender_id, borrower_id, role,
                                        begins, until, reason, created_at)
                                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                                    """)
                            .params(
                                    actor.office(),
                                    actor.department(),
                                    actor.id(),
                                    whole.to(),
                                    whole.role().name(),
                                    whole.from(),
                                    whole.until(),
                                    whole.reason(),
                                    accounts.time())
                            .query(Integer.class)
                            .single();
                },
                added -> Act.of("delegation.begin", "delegation", added)
                        .with("role", whole.role().name())
                        .with("to", whole.to())
                        .with("until", whole.until()));
        return find(actor, id);
    }

    private void check(Whole wish) {
        LocalDate today = accounts.today();
        int longest = terms.delegation().days();
        if (wish.from().isBefore(today)
                || wish.until().isBefore(wish.from())
                || !wish.until().isBefore(wish.from().plusDays(longest))) {
            throw Refusal.bad("server.delegation-term", longest);
        }
        if (wish.from().isAfter(today.plusDays(longest))) {
            throw Refusal.bad("server.delegation-far", longest);
        }
        String said = wish.reason();
        if (said.isEmpty()
                || said.length() > LONGEST_REASON
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.bad("server.delegation-reason", LONGEST_REASON);
        }
    }

    private void refuseUnfit(Actor actor, int borrower, Role role) {
        boolean held = database.sql(
                        "select :role in " + HeldRoles.OWN + " from account a where a.id = :to and " + BORROWER)
                .params(parameters(actor))
                .param("to", borrower)
                .param("role", role.name())
                .query(Boolean.class)
                .optional()
                .orElseThrow(Refusal::notThere);
        if (held) {
            throw Refusal.conflict("server.role-there");
        }
    }

    /** Ends one before its term. */
    DelegationRow end(Actor actor, int id) {
        acts.write(actor, Act.of("delegation.end", "delegation", id), () -> {
            DelegationRow lending = find(actor, id);
            if (!lending.mayEnd()) {
                throw Refusal.conflict("server.delegation-not-yours");
            }
            database.sql("update delegation set ended_at = ? where id = ?")
                    .params(accounts.time(), id)
                    .update();
        });
        return find(actor, id);
    }

    /** What it lent and what was lent to it ends for good: it does not hold again when the account comes back. */
    @Override
    public void leaves(Actor leaver) {
        database.sql(
                        "update delegation set ended_at = :now where :leaver in (lender_id, borrower_id) and ended_at is null")
                .param("now", accounts.time())
                .param("leaver", leaver.id())
                .update();
    }

    private DelegationRow find(Actor actor, int id) {
        return database.sql(SELECT + seen(actor) + " and lending.id = :id")
                .params(parameters(actor))
                .param("id", id)
                .query((row, i) -> row(actor, row))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    private Map<String, Object> parameters(Actor actor) {
        Map<String, Object> parameters = new HashMap<>(Scope.of(actor));
        parameters.putAll(accounts.now());
        parameters.put("me", actor.id());
        return parameters;
    }

    private static DelegationRow row(Actor actor, ResultSet row) throws SQLException {
        DelegationRow.State state = DelegationRow.State.valueOf(row.getString("state"));
        boolean going = state != DelegationRow.State.OVER && state != DelegationRow.State.WITHDRAWN;
        boolean mine = row.getInt("lender_id") == actor.id() || actor.roles().contains(Role.SECURITY_ADMIN);
        return new DelegationRow(
                row.getInt("id"),
                row.getString("lender_name"),
                row.getString("borrower_name"),
                Role.valueOf(row.getString("role")),
                row.getObject("begins", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("reason"),
                state,
                going && mine);
    }
}
