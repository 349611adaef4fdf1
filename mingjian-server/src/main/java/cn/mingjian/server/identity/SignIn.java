package cn.mingjian.server.identity;

import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets in who knows the password, and the one-time code where the account asks for one. Too many failures ({@link SignInLimits})
 * lock the account for a while; an address that fails with many accounts waits too. Every try with a known account is recorded.
 */
@Component
class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Acts acts;
    private final SignInLimits limits;
    private final FailingAddresses addresses;

    SignIn(Accounts accounts, Passwords passwords, OneTimeCodes codes, Acts acts, SignInLimits limits, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.acts = acts;
        this.limits = limits;
        this.addresses = new FailingAddresses(limits, clock);
    }

    /** @param code empty where none was given; a missing one is asked for and counts as no failure */
    Standing signIn(String login, String password, String code, String address) {
        addresses.refuseWaiting(address);
        Optional<Standing> account = accounts.byLogin(login);
        boolean right = passwords.matches(password, account.map(Standing::hash));
        if (account.isPresent() && account.get().state() == AccountState.LOCKED) {
            throw locked();
        }
        if (!right) {
            addresses.failed(address);
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
            addresses.failed(address);
            throw wrong;
        }
        return standing;
    }

    /**
     * Lets in whom somebody else vouched for: no password, no code of ours, and everything else as ever.
     *
     * @param way which way they came, for the record
     */
    Standing vouchedFor(String login, String way, String address) {
        addresses.refuseWaiting(address);
        Standing standing = accounts.byLogin(login).orElseThrow(() -> {
            addresses.failed(address);
            return Refusal.of(401, "server.outside-unknown");
        });
        refuseShut(standing);
        int id = standing.actor().id();
        acts.write(standing.actor(), Act.of("session.begin", "account", id).with("way", way), () -> {
            if (!accounts.entered(id)) {
                throw locked();
            }
        });
        return standing;
    }

    private void enter(Standing standing, boolean withCode, String code) {
        int id = standing.actor().id();
        acts.write(standing.actor(), Act.of("session.begin", "account", id).with("codes", withCode), () -> {
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

    private Refusal locked() {
        return Refusal.of(423, "server.account-locked", limits.minutes());
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
                () -> accounts.failed(
                        id, limits.failures(), accounts.time().plus(Duration.ofMinutes(limits.minutes()))),
                lock -> Act.of(lock ? "account.lock" : "session.refuse", "account", id));
    }
}
