package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as they stand now. */
@Component
public class Accounts {

    private static final String SELECT = """
            select a.*, d.name_zh, d.name_en, o.name as office_name, o.level,
                   array(%s union %s order by role) as roles, %s as state
            from account a join office o on o.id = a.office_id join department d on d.id = a.department_id
            """.formatted(HeldRoles.OWN, HeldRoles.LENT, AccountState.SQL);

    private final JdbcClient database;
    private final AccountTerms terms;
    private final Clock clock;

    Accounts(JdbcClient database, AccountTerms terms, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * An account and where it stands.
     *
     * @param hash the password's, or null for an account nobody signs in to
     * @param passwordChange whether somebody else chose the password
     * @param pledgeDue whether the security lesson and pledge are to be given, at first or again after a year
     * @param actor with the roles that it holds today, lent ones among them
     */
    public record Standing(
            Actor actor,
            String login,
            String name,
            String officeName,
            String level,
            Words department,
            @Nullable String hash,
            boolean passwordChange,
            boolean pledgeDue,
            AccountState state) {

        /** Whether the account is open for work. */
        public boolean ready() {
            return !passwordChange && !pledgeDue;
        }
    }

    /** An account by its number, unless it is closed. */
    public Optional<Standing> standing(int id) {
        return read("a.id = :id", Map.of("id", id))
                .filter(standing -> !standing.state().shut());
    }

    /** An account by the name one signs in with, closed or not. */
    public Optional<Standing> byLogin(String login) {
        return read("a.login = :login and a.kind = 'PERSON'", Map.of("login", login));
    }

    private Optional<Standing> read(String where, Map<String, Object> parameters) {
        return database.sql(SELECT + "where " + where)
                .params(parameters)
                .params(now())
                .query((row, i) -> read(row))
                .optional();
    }

    /** The parameters of {@link HeldRoles} and {@link AccountState} as of now. */
    public Map<String, Object> now() {
        Map<String, Object> now = new HashMap<>(HeldRoles.on(today(), terms));
        now.put("now", time());
        return now;
    }

    /** Whether the installation has any account yet. */
    public boolean any() {
        return database.sql("select exists(select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    /** Sets a password that its owner chose. */
    void setPassword(int id, String hash) {
        database.sql("update account set password_hash = ?, password_expires_at = null where id = ?")
                .params(hash, id)
                .update();
    }

    /** The pledge was given today and holds for its term. */
    public void pledged(int id) {
        database.sql("update account set pledged_until = ? where id = ?")
                .params(today().plusDays(terms.pledge().days()), id)
                .update();
    }

    /** One more failed try; the last of {@code most} locks the account. Says whether it did. */
    boolean failed(int id, int most, OffsetDateTime lockedUntil) {
        return database.sql("""
                        update account set failures = case when failures + 1 < :most then failures + 1 else 0 end,
                               locked_until = case when failures + 1 < :most then locked_until else :until end
                        where id = :id returning failures = 0
                        """)
                .param("most", most)
                .param("until", lockedUntil)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Somebody entered, and failures are forgotten; false where the account was locked meanwhile. */
    boolean entered(int id) {
        return database.sql("""
                        update account set failures = 0, locked_until = null
                        where id = ? and (locked_until is null or locked_until <= ?)
                        """).params(id, time()).update() > 0;
    }

    /** A password that somebody else chose, to be handed over and changed at first use; an account so helped is unlocked. */
    public void handOver(int id, String hash) {
        database.sql("""
                        update account set password_hash = :hash, password_expires_at = :now, failures = 0,
                               locked_until = null
                        where id = :id
                        """)
                .param("hash", hash)
                .param("now", time())
                .param("id", id)
                .update();
    }

    /** Ends the wait after too many wrong passwords. */
    public void unlock(int id) {
        database.sql("update account set failures = 0, locked_until = null where id = ?")
                .param(id)
                .update();
    }

    /** Nobody enters any more. */
    public void close(int id) {
        database.sql("update account set closed = true where id = ?").param(id).update();
    }

    /** Opens a closed or lapsed account; whose pledge lapsed gives it anew at the next sign-in. */
    public void reopen(int id) {
        LocalDate yesterday = today().minusDays(1);
        database.sql("""
                        update account set closed = false,
                               pledged_until = greatest(coalesce(pledged_until, :yesterday), :yesterday)
                        where id = :id
                        """).param("yesterday", yesterday).param("id", id).update();
    }

    /** The time by the clock of the server. */
    public OffsetDateTime time() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The day in China. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
    }

    private Standing read(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        OffsetDateTime expires = row.getObject("password_expires_at", OffsetDateTime.class);
        LocalDate pledged = row.getObject("pledged_until", LocalDate.class);
        Actor actor = new Actor(
                row.getInt("id"),
                Actor.Kind.valueOf(row.getString("kind")),
                row.getInt("office_id"),
                row.getInt("department_id"),
                roles);
        return new Standing(
                actor,
                row.getString("login"),
                row.getString("name"),
                row.getString("office_name"),
                row.getString("level"),
                new Words(row.getString("name_zh"), row.getString("name_en")),
                row.getString("password_hash"),
                expires != null && !expires.isAfter(time()),
                pledged == null || pledged.isBefore(today()),
                AccountState.valueOf(row.getString("state")));
    }
}
