package cn.mingjian.server.identity;

import cn.mingjian.model.problem.Place;
import cn.mingjian.model.problem.ProblemException;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A new password for an administrator, made at the machine of the installation: nobody hands out the passwords of security
 * and audit administrators, and the last system administrator has no colleague. Everybody else asks the system
 * administrator. The act names the machine, not a person: who may sit at it is the operator's to know.
 */
public final class LostPassword {

    private static final Actor MACHINE = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());

    private final JdbcClient database;
    private final Acts acts;

    private LostPassword(DataSource source) {
        this.database = JdbcClient.create(source);
        this.acts = Acts.over(source);
    }

    /** In the state of an installation, whether its server runs or not. */
    public static LostPassword over(DataSource source) {
        return new LostPassword(source);
    }

    /**
     * Replaces the password of an administrator, ends their sessions and a lock; the one-time code stays.
     *
     * @return the one to hand over, to be changed at first use
     * @throws ProblemException when no administrator has this account
     */
    public String replace(String login) {
        int account = administrator(login);
        Passwords passwords = new Passwords();
        String made = passwords.made();
        String hash = passwords.hash(login, made);
        acts.write(MACHINE, Act.of("account.password-at-machine", "account", account), () -> {
            database.sql("""
                            update account set password_hash = :hash, password_expires_at = now(), failures = 0,
                                   locked_until = null
                            where id = :id
                            """).param("hash", hash).param("id", account).update();
            database.sql("delete from spring_session where principal_name = :id")
                    .param("id", String.valueOf(account))
                    .update();
        });
        return made;
    }

    private int administrator(String login) {
        return database.sql("""
                        select a.id from account a where a.login = :login and exists (
                            select 1 from account_role own where own.account_id = a.id and own.role in (:roles))
                        """)
                .param("login", login)
                .param("roles", Set.of(Role.SYSTEM_ADMIN.name(), Role.SECURITY_ADMIN.name(), Role.AUDIT_ADMIN.name()))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new ProblemException(Place.of(login), "server.not-an-administrator"));
    }
}
