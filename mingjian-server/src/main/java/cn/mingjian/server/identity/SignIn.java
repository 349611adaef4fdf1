package cn.mingjian.server.identity;

import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.problem.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Lets in who knows the password, and the one-time code where the account asks for one. Five failures lock the account for
 * a quarter of an hour; an address that fails with many accounts waits too. Every try with a known account is recorded.
 */
@Component
class SignIn {

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_FROM_ADDRESS = 60;

    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Acts acts;
    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    private record Tries(long begun, int failures) {}

    SignIn(Accounts accounts, Passwords passwords, OneTimeCodes codes, Acts acts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.acts = acts;
    }

    /** @param code empty where none was given; a missing one is asked for and counts as no failure */
    Standing signIn(String login, String password, String code, String address) {
        refuseWaiting(address);
        Optional<Standing> account = accounts.byLogin(login);
        boolean right = passwords.matches(password, account.map(Standing::hash));
        if (account.isPresent() && account.get().state() == AccountState.LOCKED) {
            throw locked();
        }
        if (!right) {
            failed(address);
            account.ifPresent(this::failed);
            throw Refusal.of(401, "server.wrong-password");
        }
        Standing standing = account.orElseThrow();
        refuseShut(standing);
        boolean withCode = codes.on(standing.actor().id());
        if (withCode && code.isEmpty()) {
            throw Refusal.of(401, "server.code-needed");
        }
        try {
            counted(standing, () -> enter(standing, withCode, code));
        } catch (Refusal wrong) {
            failed(address);
            throw wrong;
        }
        return standing;
    }

    private void enter(Standing standing, boolean withCode, String code) {
        int id = standing.actor().id();
        acts.write(standing.actor(), Act.of("session.begin", "account", id).with("code", withCode), () -> {
            if (withCode) {
                codes.take(id, code);
            }
            if (!accounts.entered(id)) {
                throw locked();
            }
        });
    }

    /** Somebody who is signed in proves anew that they know the password; failures count as at sign-in. */
    void prove(Standing standing, String password) {
        boolean right = passwords.matches(password, Optional.ofNullable(standing.hash()));
        if (standing.state() == AccountState.LOCKED) {
            throw locked();
        }
        if (!right) {
            failed(standing);
            throw Refusal.bad("server.old-password-wrong");
        }
    }

    /** Does what is refused when a code is wrong, and counts a refusal as a failure. */
    void counted(Standing standing, Runnable proven) {
        try {
            proven.run();
        } catch (Refusal wrong) {
            failed(standing);
            throw wrong;
        }
    }

    private static Refusal locked() {
        return Refusal.of(423, "server.account-locked", LOCKED.toMinutes());
    }

    /** Told only to who knew the password. */
    private void refuseShut(Standing standing) {
        if (standing.state().shut()) {
            acts.write(
                    standing.actor(),
                    Act.of("session.refuse", "account", standing.actor().id()),
                    () -> {});
            boolean lapsed = standing.state() == AccountState.LAPSED;
            throw Refusal.of(403, lapsed ? "server.account-lapsed" : "server.account-closed");
        }
    }

    private void failed(Standing standing) {
        int id = standing.actor().id();
        acts.write(
                standing.actor(),
                () -> accounts.failed(id, MOST_FAILURES, accounts.time().plus(LOCKED)),
                lock -> Act.of(lock ? "account.lock" : "session.refuse", "account", id));
    }

    private void refuseWaiting(String address) {
        long now = System.nanoTime();
        tries.values().removeIf(known -> now - known.begun() > LOCKED.toNanos());
        if (Optional.ofNullable(tries.get(address)).map(Tries::failures).orElse(0) >= MOST_FROM_ADDRESS) {
            throw Refusal.of(429, "server.too-many-tries", LOCKED.toMinutes());
        }
    }

    private void failed(String address) {
        tries.merge(
                address,
                new Tries(System.nanoTime(), 1),
                (known, one) -> new Tries(known.begun(), known.failures() + 1));
    }
}
