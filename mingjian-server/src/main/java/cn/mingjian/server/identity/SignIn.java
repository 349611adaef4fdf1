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
 * Lets in who knows the password. Five failures lock the account for a quarter of an hour; an address that fails with many
 * accounts waits too. Every try with a known account is recorded.
 */
@Component
class SignIn {

    private static final int MOST_FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int MOST_FROM_ADDRESS = 60;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Acts acts;
    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    private record Tries(long begun, int failures) {}

    SignIn(Accounts accounts, Passwords passwords, Acts acts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.acts = acts;
    }

    Standing signIn(String login, String password, String address) {
        refuseWaiting(address);
        Optional<Standing> account = accounts.byLogin(login);
        boolean right = passwords.matches(password, account.map(Standing::hash));
        if (account.isPresent() && account.get().locked()) {
            throw Refusal.of(423, "server.account-locked", LOCKED.toMinutes());
        }
        if (!right) {
            failed(address);
            account.ifPresent(this::failed);
            throw Refusal.of(401, "server.wrong-password");
        }
        Standing standing = account.orElseThrow();
        acts.write(
                standing.actor(),
                Act.of("session.begin", "account", standing.actor().id()),
                () -> {
                    if (standing.failures() > 0) {
                        accounts.failed(standing.actor().id(), 0, null);
                    }
                });
        return standing;
    }

    private void failed(Standing standing) {
        int failures = standing.failures() + 1;
        boolean lock = failures >= MOST_FAILURES;
        Act act = Act.of(
                lock ? "account.lock" : "session.refuse",
                "account",
                standing.actor().id());
        acts.write(
                standing.actor(),
                act,
                () -> accounts.failed(
                        standing.actor().id(),
                        lock ? 0 : failures,
                        lock ? accounts.now().plus(LOCKED) : null));
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
