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
                   array(select role from account_role r where r.account_id = a.id order by role) as roles
            from account a join office o on o.id = a.office_id join department d on d.id = a.department_id
            """;

    private final JdbcClient database;
    private final Clock clock;

    Accounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An account and where it stands.
     *
     * @param hash the password's, or null for an account nobody signs in to
     * @param passwordChange whether somebody else chose the password
     * @param pledgeDue whether the security lesson and pledge are to be given, at first or again after a year
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
            int failures,
            boolean locked) {

        /** Whether the account is open for work. */
        public boolean ready() {
            return !passwordChange && !pledgeDue;
        }
    }

    /** An account by its number, unless it is closed. */
    public Optional<Standing> standing(int id) {
        return database.sql(SELECT + "where a.id = ? and not a.closed")
                .param(id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** An account by the name one signs in with, unless it is closed. */
    Optional<Standing> byLogin(String login) {
        return database.sql(SELECT + "where a.login = ? and not a.closed and a.kind = 'PERSON'")
                .param(login)
                .query((row, i) -> read(row))
                .optional();
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

    /** The pledge was given today and holds for a year. */
    public void pledged(int id) {
        database.sql("update account set pledged_until = ? where id = ?")
                .params(today().plusYears(1), id)
                .update();
    }

    /** One more failed try; from the last one on the account is locked for a while. */
    void failed(int id, int failures, @Nullable OffsetDateTime lockedUntil) {
        database.sql("update account set failures = :failures, locked_until = :until where id = :id")
                .param("failures", failures)
                .param("until", lockedUntil)
                .param("id", id)
                .update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
    }

    private Standing read(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        OffsetDateTime expires = row.getObject("password_expires_at", OffsetDateTime.class);
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
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
                expires != null && !expires.isAfter(now()),
                pledged == null || pledged.isBefore(today()),
                row.getInt("failures"),
                locked != null && locked.isAfter(now()));
    }
}
