package cn.mingjian.server.identity;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.installation.Installation;
import cn.mingjian.server.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, one's own password, the security lesson and pledge. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Lesson lesson;
    private final Installation installation;
    private final Moves moves;
    private final Acts acts;
    private final BegunSession begun;

    SessionController(
            SignIn signIn,
            Accounts accounts,
            Passwords passwords,
            Lesson lesson,
            Installation installation,
            Moves moves,
            Acts acts,
            BegunSession begun) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.passwords = passwords;
        this.lesson = lesson;
        this.installation = installation;
        this.moves = moves;
        this.acts = acts;
        this.begun = begun;
    }

    /** What is left out counts as empty, and is wrong as such. */
    record SignInWish(String account, String password, String code) {
        SignInWish {
            account = Objects.requireNonNullElse(account, "");
            password = Objects.requireNonNullElse(password, "");
            code = Objects.requireNonNullElse(code, "");
        }
    }

    record PasswordWish(String old, String password) {
        PasswordWish {
            old = Objects.requireNonNullElse(old, "");
            password = Objects.requireNonNullElse(password, "");
        }
    }

    record PledgeGiven(Map<String, Integer> answers) {
        PledgeGiven {
            answers = Objects.requireNonNullElse(answers, Map.of());
        }
    }

    @PostMapping
    @Allowed(Allowed.To.EVERYBODY)
    Me begin(@RequestBody SignInWish wish, HttpServletRequest request, HttpServletResponse response) {
        Standing standing =
                signIn.signIn(wish.account(), wish.password(), wish.code().strip(), request.getRemoteAddr());
        begun.of(standing, request, response);
        return me(standing.actor());
    }

    @GetMapping
    @Allowed(Allowed.To.SIGNED_IN)
    Me me(Actor actor) {
        return Me.of(standing(actor), moves.unread(actor).orElse(null), installation.sample());
    }

    @DeleteMapping
    @Allowed(Allowed.To.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, HttpServletRequest request) {
        acts.write(actor, Act.of("session.end", "account", actor.id()), () -> {});
        request.getSession().invalidate();
    }

    @PutMapping("/password")
    @Allowed(Allowed.To.SIGNED_IN)
    Me changePassword(Actor actor, @RequestBody PasswordWish wish) {
        Standing standing = standing(actor);
        signIn.prove(standing, wish.old());
        if (wish.old().equals(wish.password())) {
            throw Refusal.bad("server.password-same");
        }
        String hash = passwords.hash(standing.login(), wish.password());
        acts.write(
                actor, Act.of("account.password", "account", actor.id()), () -> accounts.setPassword(actor.id(), hash));
        return me(actor);
    }

    @GetMapping("/pledge")
    @Allowed(Allowed.To.SIGNED_IN)
    Lesson.LessonShown lesson() {
        return lesson.shown();
    }

    /** Gives the pledge for a year when every question of the lesson is answered rightly. */
    @PutMapping("/pledge")
    @Allowed(Allowed.To.SIGNED_IN)
    Me pledge(Actor actor, @RequestBody PledgeGiven given) {
        lesson.check(given.answers());
        acts.write(actor, Act.of("account.pledge", "account", actor.id()), () -> accounts.pledged(actor.id()));
        return me(actor);
    }

    /** Says no more that the account came from another department. */
    @PutMapping("/move")
    @Allowed(Allowed.To.PLEDGED)
    Me readOfMove(Actor actor) {
        acts.write(actor, Act.of("account.move-read", "account", actor.id()), () -> moves.read(actor));
        return me(actor);
    }

    private Standing standing(Actor actor) {
        return accounts.standing(actor.id()).orElseThrow(() -> Refusal.of(401, "server.not-signed-in"));
    }
}
