package cn.mingjian.server.identity;

import cn.mingjian.server.problem.Refusal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time codes of accounts that want them. A code is taken once; recovery codes, each good for one sign-in, are kept as
 * digests. Changes are only to be made inside an act.
 */
@Component
public class OneTimeCodes {

    private static final int SECRET_BYTES = 20; // RFC 4226, 4 (R6) recommends 160 bits
    private static final int RECOVERY_CODES = 8;

    private final JdbcClient database;
    private final SecretSeal seal;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(JdbcClient database, SecretSeal seal, Passwords passwords, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @param used the last step whose code was taken, null until the first */
    private record Kept(byte[] secret, @Nullable Long used) {

        static Kept read(ResultSet row, int number) throws SQLException {
            return new Kept(row.getBytes("secret"), row.getObject("used", Long.class));
        }
    }

    /** Whether sign-in asks for them. */
    boolean on(int account) {
        return kept(account).map(Kept::used).isPresent();
    }

    /** How many recovery codes are left. */
    int recoveryCodes(int account) {
        return database.sql("select count(*) from recovery_code where account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** Makes a new secret, which counts from the first code on. */
    byte[] begin(int account) {
        if (on(account)) {
            throw Refusal.conflict("server.codes-on");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        database.sql("""
                        insert into one_time_code (account_id, secret) values (:account, :secret)
                        on conflict (account_id) do update set secret = :secret
                        """)
                .param("account", account)
                .param("secret", seal.seal(account, secret))
                .update();
        return secret;
    }

    /** Switches them on by the first code, and gives the recovery codes. */
    List<String> confirm(int account, String code) {
        Kept kept = kept(account).orElseThrow(() -> Refusal.conflict("server.codes-not-begun"));
        if (kept.used() != null) {
            throw Refusal.conflict("server.codes-on");
        }
        if (!use(account, kept, code)) {
            throw Refusal.bad("server.code-wrong");
        }
        List<String> recovery =
                Stream.generate(passwords::made).limit(RECOVERY_CODES).toList();
        recovery.forEach(one -> database.sql("insert into recovery_code values (?, ?)")
                .params(account, Digests.sha256(one))
                .update());
        return recovery;
    }

    /** Takes a code or a recovery code, each once; refuses any other. */
    void take(int account, String code) {
        Kept kept = kept(account).orElseThrow();
        boolean right = use(account, kept, code)
                || database.sql("delete from recovery_code where account_id = ? and digest = ?")
                                .params(account, Digests.sha256(code))
                                .update()
                        > 0;
        if (!right) {
            throw Refusal.of(401, "server.code-wrong");
        }
    }

    /** Two tries with one code at once: the second finds the step used. */
    private boolean use(int account, Kept kept, String code) {
        long before = kept.used() == null ? Long.MIN_VALUE : kept.used();
        OptionalLong step = Totp.matching(seal.open(account, kept.secret()), code, clock.instant(), before);
        return step.isPresent()
                && database.sql("update one_time_code set used = :step where account_id = :account"
                                        + " and coalesce(used, -1) < :step")
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        > 0;
    }

    /** Switches them off. */
    public void remove(int account) {
        database.sql("delete from one_time_code where account_id = ?")
                .param(account)
                .update();
        database.sql("delete from recovery_code where account_id = ?")
                .param(account)
                .update();
    }

    private Optional<Kept> kept(int account) {
        return database.sql("select secret, used from one_time_code where account_id = ?")
                .param(account)
                .query(Kept::read)
                .optional();
    }
}
