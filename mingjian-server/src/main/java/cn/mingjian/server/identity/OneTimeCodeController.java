package cn.mingjian.server.identity;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts.Standing;
import cn.mingjian.server.problem.Refusal;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.binary.Base32;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own one-time codes: on with the password and a first code, off with the password and a code. */
@RestController
@RequestMapping("/api/v1/session/codes")
class OneTimeCodeController {

    private final OneTimeCodes codes;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Acts acts;

    OneTimeCodeController(OneTimeCodes codes, Accounts accounts, SignIn signIn, Acts acts) {
        this.codes = codes;
        this.accounts = accounts;
        this.signIn = signIn;
        this.acts = acts;
    }

    /** @param recovery recovery codes left */
    record CodesShown(boolean on, int recovery) {}

    /** What is left out counts as empty, and is wrong as such. */
    record Proof(String password, String code) {
        Proof {
            password = Objects.requireNonNullElse(password, "");
            code = Objects.requireNonNullElse(code, "");
        }
    }

    /**
     * A secret, shown this once.
     *
     * @param secret in Base32, to be typed
     * @param address the same as authenticators read it from a picture
     */
    record CodesBegun(String secret, String address) {}

    /** @param recovery codes that each open the account once without the authenticator, shown this once */
    record CodesOn(List<String> recovery) {}

    @GetMapping
    @Allowed(Allowed.To.PLEDGED)
    CodesShown shown(Actor actor) {
        return new CodesShown(codes.on(actor.id()), codes.recoveryCodes(actor.id()));
    }

    @PostMapping
    @Allowed(Allowed.To.PLEDGED)
    CodesBegun begin(Actor actor, @RequestBody Proof proof) {
        Standing standing = standing(actor);
        signIn.prove(standing, proof.password());
        byte[] secret =
                acts.write(actor, Act.of("account.codes-begin", "account", actor.id()), () -> codes.begin(actor.id()));
        String text = new Base32().encodeAsString(secret);
        return new CodesBegun(
                text, "otpauth://totp/Mingjian:" + standing.login() + "?secret=" + text + "&issuer=Mingjian");
    }

    @PutMapping
    @Allowed(Allowed.To.PLEDGED)
    CodesOn confirm(Actor actor, @RequestBody Proof proof) {
        return acts.write(
                actor,
                Act.of("account.codes-on", "account", actor.id()),
                () -> new CodesOn(codes.confirm(actor.id(), proof.code().strip())));
    }

    @PostMapping("/end")
    @Allowed(Allowed.To.PLEDGED)
    CodesShown end(Actor actor, @RequestBody Proof proof) {
        Standing standing = standing(actor);
        signIn.prove(standing, proof.password());
        if (!codes.on(actor.id())) {
            throw Refusal.conflict("server.codes-off");
        }
        signIn.counted(
                standing,
                () -> acts.write(actor, Act.of("account.codes-off", "account", actor.id()), () -> {
                    codes.take(actor.id(), proof.code().strip());
                    codes.remove(actor.id());
                }));
        return shown(actor);
    }

    private Standing standing(Actor actor) {
        return accounts.standing(actor.id()).orElseThrow(() -> Refusal.of(401, "server.not-signed-in"));
    }
}
